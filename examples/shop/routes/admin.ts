import { Hono } from 'hono';
import { isFromDatastar, pageContext, patch, refuse, sendStream } from '../http/answer.js';
import type { Env, ShopContext } from '../http/env.js';
import { form } from '../http/form.js';
import { follow, log, type Source } from '../live/sources.js';
import { liveStream } from '../live/stream.js';
import { readStock } from '../quantity.js';
import { unknownProduct } from '../store/catalogue.js';
import { Refusal } from '../store/refusal.js';
import { adminPage, order, statusButton, stockMessage, stockRow } from '../views/admin.js';
import type { View } from '../views/layout.js';
import { stock } from '../views/stock.js';
import { headerSources } from './live.js';

const stockTrouble = (message: string, c: ShopContext): View => stockMessage(c.req.param('id') ?? '', message);

const shownOrders = 50;
/** How many a page keeps that stays open. */
const keptOrders = 1000;

/** Behind the counter: orders as they come in, what is on the shelves, and the bundle of files. */
export const admin = new Hono<Env>()
  .get('/admin', (c) => showAdmin(c))

  .post('/admin/stock/:id', form(stockTrouble), (c) => {
    const { shop, fields } = c.var;
    const product = shop.store.catalogue.find(c.req.param('id'));
    if (!product) return refuse(c, unknownProduct, stockTrouble);

    const counted = readStock(fields.get('stock'));
    if ('error' in counted) {
      if (isFromDatastar(c)) return patch(c, stockRow(product, { value: counted.shown, error: counted.error }));
      return refuse(c, new Refusal(counted.error), stockTrouble);
    }
    const seen = /^\d{1,4}$/.exec(fields.text('seen'))?.[0];
    const refusal = shop.store.catalogue.setStock(product.id, counted.count, seen === undefined ? seen : Number(seen));
    if (refusal?.status === 409 && isFromDatastar(c)) {
      const present = shop.store.catalogue.known(product.id);
      return patch(c, stockRow(present, { value: String(counted.count), message: refusal.message }));
    }
    if (refusal) return refuse(c, refusal, stockTrouble);
    if (!isFromDatastar(c)) return c.redirect('/admin', 303);
    return patch(c, stockRow({ ...product, stock: counted.count }, { message: 'Set.' }));
  })

  .get('/admin/live', (c) => sendStream(c, liveStream(c.var.shop.hub, [...headerSources(c), ...adminSources(c)])))

  // A link from elsewhere cannot send the client's header, so it cannot set the machine to work.
  .get('/rebuild/status-button', (c) => {
    const { hub, bundle } = c.var.shop;
    if (!isFromDatastar(c)) return c.redirect('/admin', 303);
    // The client asks again after a lost connection or a hidden tab, and names the last event it saw.
    if (c.req.header('last-event-id') === undefined) bundle.rebuild();
    const button: Source = {
      topics: ['build'],
      async tell(events) {
        events.patchElements(String(await statusButton(bundle.status)), { eventId: 'build' });
        return false;
      },
    };
    return sendStream(c, liveStream(hub, [button], { until: () => bundle.status.is !== 'building' }));
  });

function adminSources(c: ShopContext): Source[] {
  const { store, bundle } = c.var.shop;
  const after = Number(c.req.query('after')) || 0;
  const lastSeen = Number(c.req.header('last-event-id') ?? after) || 0;
  const oldest = Math.max(1, after - shownOrders + 1); // on the page as it was loaded; the numbers of orders have no gaps
  return [
    log('orders', {
      list: '#orders',
      lastSeen,
      read: (after, limit) => store.orders.after(after, limit),
      view: order,
      leaving: ({ id }) => (id - keptOrders >= oldest ? `#order-${id - keptOrders}` : undefined),
    }),
    ...store.catalogue.all().map(({ id }) => follow(`stock:${id}`, () => c.var.productViews.get(id, stock))),
    follow('build', () => statusButton(bundle.status)),
  ];
}

function showAdmin(c: ShopContext): Response | Promise<Response> {
  const { store, bundle, adminPassword } = c.var.shop;
  const orders = store.orders.newest(shownOrders);
  const context = pageContext(c, `/admin/live?after=${orders[0]?.id ?? 0}`);
  return c.html(
    adminPage(context, { orders, products: store.catalogue.all(), bundle: bundle.status, isOpenToAll: !adminPassword }),
  );
}
