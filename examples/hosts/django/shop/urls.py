from django.conf import settings
from django.urls import path
from django.views.static import serve

from . import views


def file(route, source):
    """Your own project has django.contrib.staticfiles for this."""
    return path(route, serve, {"document_root": source.parent, "path": source.name})


urlpatterns = [
    path("", views.home),
    path("add-item", views.add_item),
    path("product/<slug:item_id>/info", views.info),
    path("live", views.live),
    file("ds-elements.js", settings.DS_ELEMENTS),
    file("datastar.js", settings.DATASTAR),
    file("style.css", settings.STYLE),
]
