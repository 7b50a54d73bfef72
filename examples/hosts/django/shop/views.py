from uuid import uuid4

from datastar_py.django import DatastarResponse
from datastar_py.django import ServerSentEventGenerator as SSE
from django.contrib import messages
from django.http import HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST, require_safe

from .forms import PurchaseForm
from .viewers import Viewers

PRODUCTS = {"telescope": "Garden telescope"}
# All that we know; no two meteorites are alike.
FIGURES = {
    "telescope": ["80 mm lens, 640 mm focal length", "Two eyepieces: 26× and 64×", "Ash tripod, 4.2 kg in all"],
    "meteorite": [],
}

viewers = Viewers()


@never_cache
@require_safe
def home(request):
    return page(request)


@never_cache
@require_POST
def add_item(request):
    name = PRODUCTS.get(request.POST.get("item-id"))
    if not name:
        messages.error(request, "We have no such thing in the shop.")
        return purchase(request, status=404)

    is_assumed = "quantity" not in request.POST
    form = PurchaseForm(QueryDict("quantity=1") if is_assumed else request.POST)
    if not form.is_valid():
        return purchase(request, status=422, quantity=form.shown_quantity(), error=form.errors["quantity"][0])

    quantity = form.cleaned_data["quantity"]
    assumed = "No quantity was given, so we took one. " if is_assumed else ""
    messages.success(request, sell(request, quantity, f"{assumed}{quantity} × {name} added to your cart."))
    if not is_from_datastar(request):
        return HttpResponseRedirect(reverse("home"), status=303)
    return DatastarResponse(
        [
            SSE.patch_elements(render_to_string("purchase_form.html", purchase_context(), request)),
            SSE.patch_elements(render_to_string("cart_count.html", {"count": in_cart(request)})),
        ]
    )


def sell(request, quantity, message):
    """Whoever clicks twice, or whose client asks again for an answer that was lost, buys once and hears the same again."""
    key = request.POST.get("Idempotency-Key", "")[:40]
    sold = request.session.get("sold", {})
    if key not in sold:
        request.session["cart"] = in_cart(request) + quantity
        if key:
            sold[key] = message
            request.session["sold"] = dict(list(sold.items())[-20:])
    return sold.get(key, message)


@never_cache
@require_safe
def info(request, item_id):
    context = {"figures": FIGURES.get(item_id, []), "is_asked": True}
    if is_from_datastar(request):
        return DatastarResponse(SSE.patch_elements(render_to_string("info.html", context)))
    return page(request, status=200 if item_id in FIGURES else 404, **context)


@require_GET
def live(request):
    """One line for every change, and a comment as heartbeat, for as long as the page is open."""
    return DatastarResponse(
        ":\n\n" if count is None else SSE.patch_elements(render_to_string("viewers.html", {"viewers": count}))
        for count in viewers.follow()
    )


def purchase(request, *, status, **changes):
    """The form with what is wrong. Datastar applies nothing but a 200."""
    if not is_from_datastar(request):
        return page(request, status=status, **changes)
    html = render_to_string("purchase_form.html", purchase_context(**changes), request)
    return DatastarResponse(SSE.patch_elements(html))


def page(request, *, status=200, **changes):
    context = {"count": in_cart(request), "viewers": max(1, viewers.count), "is_page": True}
    return render(request, "page.html", {**context, **purchase_context(**changes)}, status=status)


def purchase_context(**changes):
    """`rev` is new in every rendering: a field that was typed into goes back to `quantity`, and no two purchases have one key."""
    return {"quantity": 1, "rev": uuid4(), **changes}


def in_cart(request):
    return request.session.get("cart", 0)


def is_from_datastar(request):
    return request.headers.get("Datastar-Request") == "true"
