//! A shop of one product: axum, askama and the Datastar SDK.

mod shop;

use std::{convert::Infallible, env, future::IntoFuture, io, sync::Arc, time::Duration};

use askama::Template;
use axum::{
    Form, Router,
    extract::{DefaultBodyLimit, Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{
        Html, IntoResponse, Redirect, Response, Sse,
        sse::{Event, KeepAlive},
    },
    routing::{get, post},
};
use datastar::prelude::PatchElements;
use futures_util::{Stream, StreamExt, stream};
use tokio::{net, signal, sync::watch, time};
use tower_http::{csrf::CsrfLayer, services::ServeFile};
use uuid::Uuid;

use shop::{NAME, PRODUCT, Shop, Viewer, figures, read_quantity};

/// The page, and by its blocks each part of it.
#[derive(Template, Default)]
#[template(path = "page.html.j2", blocks = ["cart_count", "viewers", "purchase_form", "info"])]
struct Page {
    quantity: String,
    error: &'static str,
    message: String,
    /// New in every rendering: a field that was typed into takes `quantity` again, and no two purchases have one key.
    rev: Uuid,
    /// False in a patch, where `<noscript>` would be parsed as live content and the field be sent twice.
    is_page: bool,
    in_cart: u64,
    viewers: usize,
    has_info: bool,
    info: &'static [&'static str],
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let shop = Arc::new(Shop::default());
    let app = Router::new()
        .route("/", get(home))
        .route("/add-item", post(add_item))
        .route("/product/{id}/info", get(info))
        .route("/live", get(live))
        .with_state(shop.clone())
        .route_service("/style.css", ServeFile::new("../style.css"))
        .route_service("/ds-elements.css", ServeFile::new("../../../dist/ds-elements.css"))
        .route_service("/ds-elements.js", ServeFile::new("../../../dist/ds-elements.bundle.js"))
        .route_service("/datastar.js", ServeFile::new("../../../.cache/datastar/datastar.js"))
        .layer(DefaultBodyLimit::max(10_000))
        .layer(CsrfLayer::new()); // a post from another origin gets a 403

    let port = env::var("PORT").unwrap_or("8080".into());
    let listener = net::TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    let closed = until_closed(shop.closing.subscribe());
    tokio::select! {
        result = axum::serve(listener, app).with_graceful_shutdown(closed).into_future() => result,
        () = close_when_told(&shop) => Ok(()),
    }
}

/// Ends the open streams, for which the server would wait for ever; and resolves a second later, whatever else is open.
async fn close_when_told(shop: &Shop) {
    #[cfg(unix)]
    let mut terminate = signal::unix::signal(signal::unix::SignalKind::terminate()).expect("signals can be heard");
    #[cfg(unix)]
    let terminated = terminate.recv();
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! { _ = terminated => {}, _ = signal::ctrl_c() => {} }
    shop.closing.send_replace(true);
    time::sleep(Duration::from_secs(1)).await;
}

async fn until_closed(mut closing: watch::Receiver<bool>) {
    let _ = closing.wait_for(|is_closing| *is_closing).await;
}

async fn home(State(shop): State<Arc<Shop>>, headers: HeaderMap) -> Response {
    let message = shop.take_message(session(&headers));
    Page { message, ..Page::new(&shop, &headers) }.send(StatusCode::OK)
}

/// The fields as they come: a `Form` of numbers would answer 422 by itself, and Datastar applies nothing but a 200.
async fn add_item(
    State(shop): State<Arc<Shop>>,
    headers: HeaderMap,
    Form(fields): Form<Vec<(String, String)>>,
) -> Response {
    let page = Page::new(&shop, &headers);
    if sent(&fields, "item-id") != [PRODUCT] {
        let message = "We have no such thing in the shop.".into();
        return Page { message, ..page }.refuse(StatusCode::NOT_FOUND);
    }
    let quantities = sent(&fields, "quantity");
    let count = match read_quantity(&quantities) {
        Ok(count) => count,
        Err((error, shown)) => {
            let quantity = shown.into();
            return Page { quantity, error, ..page }.refuse(StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    let assumed = if quantities.is_empty() { "No quantity was given, so we took one. " } else { "" };
    let message = format!("{assumed}{count} × {NAME} added to your cart.");

    let session = shop.open(session(&headers));
    let key = sent(&fields, "Idempotency-Key").first().copied().unwrap_or_default();
    let (in_cart, message) = shop.add(&session, key, count, message);
    let cookie = [(header::SET_COOKIE, format!("session={session}; Path=/; HttpOnly; SameSite=Lax"))];
    if page.is_page {
        shop.keep_message(&session, message);
        return (cookie, Redirect::to("/")).into_response();
    }
    let page = Page { message, in_cart, ..page };
    (cookie, patches([patch(page.as_purchase_form()), patch(page.as_cart_count())])).into_response()
}

async fn info(State(shop): State<Arc<Shop>>, headers: HeaderMap, Path(id): Path<String>) -> Response {
    let (status, info) = match figures(&id) {
        Some(figures) => (StatusCode::OK, figures),
        None => (StatusCode::NOT_FOUND, &[][..]),
    };
    let page = Page { has_info: true, info, ..Page::new(&shop, &headers) };
    if page.is_page { page.send(status) } else { patches([patch(page.as_info())]).into_response() }
}

/// Tells how many look at the page: at once, and whenever somebody comes or goes.
async fn live(State(shop): State<Arc<Shop>>) -> impl IntoResponse {
    let closed = until_closed(shop.closing.subscribe());
    let counts = stream::unfold(Viewer::enter(shop), async |mut viewer| Some((viewer.news().await?, viewer)));
    let events = counts.map(|viewers| Ok::<_, Infallible>(patch(Page { viewers, ..Page::default() }.as_viewers())));
    // The heartbeat is for proxies; axum itself knows at once who left.
    Sse::new(events.take_until(Box::pin(closed))).keep_alive(KeepAlive::new().interval(Duration::from_secs(2)))
}

impl Page {
    fn new(shop: &Shop, headers: &HeaderMap) -> Self {
        Self {
            quantity: "1".into(),
            rev: Uuid::new_v4(),
            is_page: headers.get("datastar-request").is_none_or(|value| value != "true"),
            in_cart: shop.in_cart(session(headers)),
            viewers: *shop.viewers.borrow(),
            ..Self::default()
        }
    }

    fn send(&self, status: StatusCode) -> Response {
        (status, [(header::CACHE_CONTROL, "no-store")], Html(render(self))).into_response()
    }

    /// Says why not: in its place to Datastar, and on a whole page to a plain form.
    fn refuse(&self, status: StatusCode) -> Response {
        if self.is_page { self.send(status) } else { patches([patch(self.as_purchase_form())]).into_response() }
    }
}

fn patches<const N: usize>(events: [Event; N]) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    Sse::new(stream::iter(events.map(Ok)))
}

fn patch(part: impl Template) -> Event {
    PatchElements::new(render(part)).into()
}

fn render(template: impl Template) -> String {
    template.render().expect("a string takes whatever is written into it")
}

fn sent<'a>(fields: &'a [(String, String)], name: &str) -> Vec<&'a str> {
    fields.iter().filter(|field| field.0 == name).map(|field| field.1.as_str()).collect()
}

fn session(headers: &HeaderMap) -> &str {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies.flat_map(|value| value.split("; ")).find_map(|cookie| cookie.strip_prefix("session=")).unwrap_or_default()
}
