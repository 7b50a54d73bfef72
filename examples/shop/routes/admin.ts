import { Hono } from 'hono';
import { isFromDatastar, pageContext, patch, refuse, sendStream } from '../http/answer.js';
import type { Env, Request } from '../http/env.js';
import { form } from '../http/form.js';
import { log, place, type Source } from '../live/sources.js';
import { liveStream } from '../live/stream.js';
import { readStock } from '../quantity.js';
import { unknownProduct } from '../store/catalogue.js';
import { Refusal } from '../store/refusal.js';
import { adminPage, order, statusButton, stockMessage, stockRow } from '../views/admin.js';
import { stock } from '../views/stock.js';
import { headerSources } from './live.js';

const stockTrouble = (message: string, c: Request): ReturnType<typeof stockMessage> =>
  stockMessage(c.req.param('id') ?? '', message);

const shownOrders = 50;

/** Behind the counter: orders as they come in, what is on the shelves, and the bundle of files. */
export const admin = new Hono<Env>()
  .get('/admin', (c) => showAdmin(c))

  .post('/admin/stock/:id', form(stockTrouble), (c) => {
    const { shop, fields } = c.var;
    const product = shop.store.catalogue.find(c.req.param('id'));
    if (!product) return refuse(c, unknownProduct, stockTrouble);

    const stock = readStock(fields.get('stock'));
    if ('error' in stock) {
      if (isFromDatastar(c)) return patch(c, stockRow(product, { value: stock.shown, error: stock.error }));
      return refuse(c, new Refusal(stock.error), stockTrouble);
    }
    const refusal = shop.store.catalogue.setStock(product.id, stock.count);
    if (refusal) return refuse(c, refusal, stockTrouble);
    if (!isFromDatastar(c)) return c.redirect('/admin', 303);
    return patch(c, stockRow({ ...product, stock: stock.count }, { message: 'Set.' }));
  })

  .get('/admin/live', (c) => sendStream(c, liveStream(c.var.shop.hub, [...headerSources(c), ...adminSources(c)])))

  // A link from elsewhere cannot send the client's header, so it cannot set the machine to work.
  .get('/rebuild/status-button', (c) => {
    const { hub, bundle } = c.var.shop;
    if (!isFromDatastar(c)) return c.redirect('/admin', 303);
    bundle.rebuild();
    const button = place('build', () => statusButton(bundle.status));
    return sendStream(c, liveStream(hub, [button], { until: () => bundle.status.is !== 'building' }));
  });

function adminSources(c: Request): Source[] {
  const { store, bundle } = c.var.shop;
  const lastSeen = Number(c.req.header('last-event-id') ?? c.req.query('after')) || 0;
  return [
    log('orders', {
      list: '#orders',
      lastSeen,
      read: (after, limit) => store.orders.after(after, limit),
      view: order,
    }),
    ...store.catalogue.all().map(({ id }) => place(`stock:${id}`, () => stock(store.catalogue.known(id)))),
    place('build', () => statusButton(bundle.status)),
  ];
}

function showAdmin(c: Request): Response | Promise<Response> {
  const { store, bundle, adminPassword } = c.var.shop;
  const orders = store.orders.newest(shownOrders);
  const context = pageContext(c, `/admin/live?after=${orders[0]?.id ?? 0}`);
  return c.html(
    adminPage(context, { orders, products: store.catalogue.all(), bundle: bundle.status, isOpenToAll: !adminPassword }),
  );
}
