//! What the shop knows and remembers, all of it in memory.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard},
};

use tokio::sync::watch;
use uuid::Uuid;

pub const PRODUCT: &str = "telescope";
pub const NAME: &str = "Garden telescope";

/// Of all that we know; no two meteorites are alike.
pub fn figures(id: &str) -> Option<&'static [&'static str]> {
    match id {
        PRODUCT => {
            Some(&["80 mm lens, 640 mm focal length", "Two eyepieces: 26× and 64×", "Ash tripod, 4.2 kg in all"])
        }
        "meteorite" => Some(&[]),
        _ => None,
    }
}

#[derive(Default)]
pub struct Shop {
    /// By session.
    carts: Mutex<HashMap<String, Cart>>,
    /// How many streams are open.
    pub viewers: watch::Sender<usize>,
    pub closing: watch::Sender<bool>,
}

#[derive(Default)]
struct Cart {
    count: u64,
    /// What the next page says.
    message: String,
}

impl Shop {
    fn carts(&self) -> MutexGuard<'_, HashMap<String, Cart>> {
        self.carts.lock().expect("nobody panics with the carts in hand")
    }

    /// Into the cart of this session, or of a new one.
    pub fn add(&self, session: &str, count: u64, message: &str) -> (String, u64) {
        let mut carts = self.carts();
        let session = if carts.contains_key(session) { session.into() } else { Uuid::new_v4().to_string() };
        let cart = carts.entry(session.clone()).or_default();
        cart.count += count;
        cart.message = message.into();
        (session, cart.count)
    }

    pub fn in_cart(&self, session: &str) -> u64 {
        self.carts().get(session).map_or(0, |cart| cart.count)
    }

    pub fn take_message(&self, session: &str) -> String {
        self.carts().get_mut(session).map(|cart| std::mem::take(&mut cart.message)).unwrap_or_default()
    }
}

/// An open stream. Who leaves is counted out when it is dropped.
pub struct Viewer {
    shop: Arc<Shop>,
    counts: watch::Receiver<usize>,
}

impl Viewer {
    pub fn enter(shop: Arc<Shop>) -> Self {
        let counts = shop.viewers.subscribe();
        shop.viewers.send_modify(|count| *count += 1);
        Self { shop, counts }
    }

    /// The newest count as soon as there is one that this viewer has not seen.
    pub async fn news(&mut self) -> Option<usize> {
        self.counts.changed().await.ok()?;
        Some(*self.counts.borrow_and_update())
    }
}

impl Drop for Viewer {
    fn drop(&mut self) {
        self.shop.viewers.send_modify(|count| *count -= 1);
    }
}

/// Takes whatever was sent. Where it is no good: why, and what goes back into the field.
pub fn read_quantity<'a>(sent: &[&'a str]) -> Result<u64, (&'static str, &'a str)> {
    let text = match sent {
        [] => return Ok(1),
        [text] => text.trim(),
        _ => "",
    };
    let is_plain = text.len() <= 2 && text.starts_with(|first: char| first.is_ascii_digit());
    let is_fraction = text.parse::<f64>().is_ok_and(|value| value.fract().abs() > 0.0 && value.to_string() == text);
    match text.parse::<i64>() {
        Ok(..1) => Err(("Enter at least 1.", text)),
        Ok(100..) => Err(("We pack at most 99 at a time.", text)),
        Ok(count) if is_plain => Ok(count as u64),
        Err(_) if is_fraction => Err(("We count whole things. Enter a whole number.", text)),
        _ => Err(("Enter one number from 1 to 99.", "")),
    }
}
