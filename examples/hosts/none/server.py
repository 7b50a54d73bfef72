"""The elements beside no library at all: pages and form posts. Python's standard library is the whole server."""

import os
import re
from html import escape
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from secrets import token_urlsafe
from string import Template
from urllib.parse import parse_qs, urlsplit

HERE = Path(__file__).resolve().parent
PAGE = Template((HERE / "page.html").read_text("utf-8"))
FILES = {
    "/ds-elements.js": (os.environ.get("DS_ELEMENTS") or HERE / "../../../dist/ds-elements.bundle.js", "text/javascript"),
    "/style.css": (HERE / "../style.css", "text/css"),
}
carts = {}


class Shop(BaseHTTPRequestHandler):
    def do_GET(self):
        address = urlsplit(self.path)
        if address.path == "/":
            added = re.fullmatch("added=([1-9][0-9]?)(&assumed)?", address.query)
            self.page(200, message=message(added[1], added[2]) if added else "")
        elif address.path in FILES:
            path, kind = FILES[address.path]
            self.answer(200, Path(path).read_bytes(), {"Content-Type": kind})
        else:
            self.send_error(404)

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode("utf-8", "replace")
        fields = parse_qs(body, keep_blank_values=True)
        sent = fields.get("quantity", ["1"])
        if self.path != "/add-item":
            self.send_error(404)
        elif self.headers.get("Origin", self.here()) != self.here():
            self.send_error(403, "This form came from another site")
        elif fields.get("item-id") != ["telescope"]:
            self.page(404, message="There is no such thing in this shop.")
        elif len(sent) > 1 or not re.fullmatch("[1-9][0-9]?", sent[0]):
            is_number = len(sent) == 1 and re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,15})?", sent[0])
            self.page(422, quantity=sent[0] if is_number else "", error="Enter a whole number from 1 to 99.")
        else:
            session = self.session() or token_urlsafe()
            carts[session] = carts.get(session, 0) + int(sent[0])
            place = f"/?added={sent[0]}{'' if 'quantity' in fields else '&assumed'}"
            cookie = f"session={session}; Path=/; HttpOnly; SameSite=Lax"
            self.answer(303, b"", {"Location": place, "Set-Cookie": cookie})

    def session(self):
        cookie = SimpleCookie(self.headers.get("Cookie")).get("session")
        return cookie.value if cookie and cookie.value in carts else None

    def here(self):
        return f"http://{self.headers['Host']}"

    def page(self, status, quantity="1", error="", message=""):
        values = {"count": carts.get(self.session(), 0), "quantity": quantity, "error": error, "message": message}
        html = PAGE.substitute({name: escape(str(value)) for name, value in values.items()})
        self.answer(status, html.encode(), {"Content-Type": "text/html; charset=utf-8"})

    def answer(self, status, body, headers):
        self.send_response(status)
        for name, value in {**headers, "Content-Length": len(body)}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def message(quantity, is_assumed):
    assumed = "No quantity was given, so we took one. " if is_assumed else ""
    return f"{assumed}{quantity} × Garden telescope added to your cart."


ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", 8080))), Shop).serve_forever()
