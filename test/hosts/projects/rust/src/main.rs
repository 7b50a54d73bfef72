//! A page from a template, and the files beside it.

use std::{env, io};

use askama::Template;
use axum::{Router, response::Html, routing::get};
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

#[derive(Template)]
#[template(path = "page.html")]
struct Page {
    items: u32,
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let app = Router::new()
        .route("/", get(home))
        .nest_service("/static", ServeDir::new("static"));
    let port = env::var("PORT").expect("PORT is set");
    let listener = TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    axum::serve(listener, app).await
}

async fn home() -> Html<String> {
    Html(Page { items: 2 }.to_string())
}
