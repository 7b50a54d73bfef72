import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent

DEBUG = True  # not on a public server
SECRET_KEY = os.environ.get("SECRET_KEY") or get_random_secret_key()  # a random one empties all carts at a restart
ROOT_URLCONF = "shop.urls"
INSTALLED_APPS = ["django.contrib.messages"]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {"context_processors": ["django.contrib.messages.context_processors.messages"]},
    }
]

# The cart is small enough for a signed cookie, so this shop needs no database.
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"

DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000  # bytes; our form has a few hundred

# runserver would write a line for every page that it serves well.
LOGGING = {"version": 1, "incremental": True, "loggers": {"django.server": {"level": "WARNING"}}}

# What the page loads: the elements, Datastar, and the style that all hosts share.
REPOSITORY = BASE_DIR.parent.parent.parent
DS_ELEMENTS_CSS = REPOSITORY / "dist/ds-elements.css"
DS_ELEMENTS = REPOSITORY / "dist/ds-elements.bundle.js"
DATASTAR = REPOSITORY / ".cache/datastar/datastar.js"
STYLE = BASE_DIR.parent / "style.css"
