from django.conf import settings
from django.urls import path
from django.views.static import serve

from . import views


def file(name, source):
    """Your own project has django.contrib.staticfiles for this."""
    return path(name, serve, {"document_root": source.parent, "path": source.name}, name=name)


urlpatterns = [
    path("", views.home, name="home"),
    path("add-item", views.add_item, name="add-item"),
    path("product/<str:item_id>/info", views.info, name="info"),
    path("live", views.live, name="live"),
    file("ds-elements.css", settings.DS_ELEMENTS_CSS),
    file("ds-elements.js", settings.DS_ELEMENTS),
    file("datastar.js", settings.DATASTAR),
    file("style.css", settings.STYLE),
]
