"""The elements beside no library at all: pages, form posts, a stream. Python's standard library is the whole server."""

import os
import re
import threading
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from secrets import token_urlsafe
from string import Template
from urllib.parse import parse_qs, urlsplit

HERE = Path(__file__).resolve().parent
DIST = HERE / "../../../dist"
PAGE = Template((HERE / "page.html").read_text("utf-8"))
FILES = {
    "/ds-elements.js": (DIST / "ds-elements.bundle.js", "text/javascript"),
    "/ds-elements.css": (DIST / "ds-elements.css", "text/css"),
    "/style.css": (HERE / "../style.css", "text/css"),
}
DETAILS = ["80 mm lens, 640 mm focal length", "Two eyepieces: 26× and 64×", "Ash tripod, 4.2 kg in all"]


@dataclass
class Cart:
    count: int = 0
    message: str = ""  # what the next page says
    sold: dict[str, str] = field(default_factory=dict)  # what was told of the newest forms, by the key of each

    def add(self, count, message, key):
        """Whoever clicks twice, or sends once more what got no answer, buys once and hears the same again."""
        if key not in self.sold:
            self.count += count
            if key:
                self.sold = dict([*self.sold.items(), (key, message)][-20:])
        self.message = self.sold.get(key, message)


carts = {}
streams = 0
changed = threading.Condition()  # guards both


class Shop(BaseHTTPRequestHandler):
    timeout = 10  # seconds that a slow reader or writer gets

    def handle(self):
        try:
            super().handle()
        except ConnectionError:
            pass  # nobody waits for the answer any more

    def do_GET(self):
        path = self.path.partition("?")[0]
        if path == "/":
            self.page(200, message="" if self.command == "HEAD" else self.take_message())
        elif path == "/live":
            self.live()
        elif product := re.fullmatch("/product/(telescope|meteorite)/info", path):
            self.page(200, info=info(product[1]))
        elif path in FILES:
            file, kind = FILES[path]
            self.answer(200, file.read_bytes(), {"Content-Type": kind})
        else:
            self.send_error(404)

    do_HEAD = do_GET

    def do_POST(self):
        length = self.headers.get("Content-Length", "")
        # Read even where it is too long: a connection that is closed before says nothing.
        body = self.rfile.read(int(length)) if re.fullmatch("[0-9]{1,5}", length) else None
        if self.path != "/add-item":
            self.send_error(404)
        elif self.is_foreign():
            self.send_error(403, "This form came from another site")
        elif body is None or len(body) > 10_000:
            self.send_error(413, "A form of this shop has less than 10 kB")
        else:
            self.add_item(parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True))

    def add_item(self, fields):
        if fields.get("item-id") != ["telescope"]:
            self.page(404, message="We have no such thing in the shop.")
            return
        sent = fields.get("quantity", ["1"])
        text = sent[0].strip() if len(sent) == 1 else ""
        if not re.fullmatch("[0-9]{1,2}", text) or int(text) < 1:
            is_number = re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,9})?", text)
            self.page(422, quantity=text if is_number else "", error="Enter a whole number from 1 to 99.")
            return
        count = int(text)
        message = f"{count} × Garden telescope added to your cart."
        if "quantity" not in fields:
            message = f"No quantity was given, so we took one. {message}"
        with changed:
            session = self.session() or token_urlsafe()
            carts.setdefault(session, Cart()).add(count, message, fields.get("Idempotency-Key", [""])[0])
        self.answer(303, b"", {"Location": "/", "Set-Cookie": f"session={session}; Path=/; HttpOnly; SameSite=Lax"})

    def live(self):
        """Tells how many look at the page: at once, and whenever that changes. Who left is found out by writing only."""
        global streams
        self.start_answer(200, {"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        if self.command == "HEAD":
            return
        with changed:
            streams += 1
            changed.notify_all()
        told = None
        try:
            while True:
                with changed:
                    is_news = changed.wait_for(lambda: streams != told, timeout=1)
                    told = streams
                self.wfile.write(f"data: {viewers(told)}\n\n".encode() if is_news else b": still here\n\n")
        finally:
            with changed:
                streams -= 1
                changed.notify_all()

    def session(self):
        cookie = re.search(r"(?:^|; ?)session=([\w-]+)", self.headers.get("Cookie", ""))
        return cookie[1] if cookie and cookie[1] in carts else None

    def cart(self):
        return carts.get(self.session(), Cart())

    def take_message(self):
        with changed:
            cart = self.cart()
            message, cart.message = cart.message, ""
        return message

    def is_foreign(self):
        """By the host alone: behind a proxy that speaks TLS nothing here says https."""
        origin = self.headers.get("Origin")
        return origin is not None and urlsplit(origin).netloc != self.headers["Host"]

    def page(self, status, quantity="1", error="", message="", info=None):
        values = {
            "count": self.cart().count,
            "viewers": viewers(streams),
            "key": token_urlsafe(),
            "quantity": quantity,
            "error": error,
            "message": message,
        }
        escaped = {name: escape(str(value)) for name, value in values.items()}
        html = PAGE.substitute(escaped, info=info or '<a href="/product/telescope/info">Size, weight and the rest</a>')
        headers = {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store"}
        self.answer(status, html.encode(), headers)

    def answer(self, status, body, headers):
        self.start_answer(status, {**headers, "Content-Length": len(body)})
        if self.command != "HEAD":
            self.wfile.write(body)

    def start_answer(self, status, headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_):
        pass


def info(product):
    if product != "telescope":
        return '<p role="alert">No figures for this one: no two of them are alike.</p>'
    return f"<ul>{''.join(f'<li>{escape(detail)}</li>' for detail in DETAILS)}</ul>"


def viewers(count):
    return "You are the only one looking at this" if count < 2 else f"{count} people look at this"


ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", 8080))), Shop).serve_forever()
