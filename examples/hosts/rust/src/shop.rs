//! What the shop knows and remembers, all of it in memory.

use std::{
    collections::{HashMap, VecDeque},
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
    /// The newest sales: the key of each form, and what was told of it.
    sold: VecDeque<(String, String)>,
}

impl Shop {
    fn carts(&self) -> MutexGuard<'_, HashMap<String, Cart>> {
        self.carts.lock().expect("nobody panics with the carts in hand")
    }

    /// A session that has a cart: this one, or a new one.
    pub fn open(&self, session: &str) -> String {
        let mut carts = self.carts();
        let session = if carts.contains_key(session) { session.into() } else { Uuid::new_v4().to_string() };
        carts.entry(session.clone()).or_default();
        session
    }

    /// Returns what is in the cart, and what to tell. Whoever clicks twice, or whose client asks again for an answer that was
    /// lost, buys once and hears the same again.
    pub fn add(&self, session: &str, key: &str, count: u64, message: String) -> (u64, String) {
        let mut carts = self.carts();
        let cart = carts.entry(session.into()).or_default();
        if let Some((_, told)) = cart.sold.iter().find(|(known, _)| known == key) {
            return (cart.count, told.clone());
        }
        cart.count += count;
        if !key.is_empty() {
            cart.sold.push_back((key.into(), message.clone()));
            let old = cart.sold.len().saturating_sub(20);
            cart.sold.drain(..old);
        }
        (cart.count, message)
    }

    pub fn keep_message(&self, session: &str, message: String) {
        self.carts().entry(session.into()).or_default().message = message;
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
    match text.parse() {
        Ok(count @ 1..=99) if is_digits(text, 2) => Ok(count),
        _ => Err(("Enter a whole number from 1 to 99.", if is_number(text) { text } else { "" })),
    }
}

/// What is worth showing again, to be mended.
fn is_number(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    is_digits(whole, 9) && is_digits(fraction, 9)
}

fn is_digits(text: &str, most: usize) -> bool {
    (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}
