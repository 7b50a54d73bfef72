package shop;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.FragmentsRendering;
import org.springframework.web.servlet.view.RedirectView;

@Controller
class ShopController {

    private static final String ITEM = "telescope";
    private static final String FROM_DATASTAR = "Datastar-Request=true";

    /** Of all that we know; no two meteorites are alike. */
    private static final Map<String, List<String>> FIGURES = Map.of(
        ITEM,
        List.of("80 mm lens, 640 mm focal length", "Two eyepieces: 26× and 64×", "Ash tripod, 4.2 kg in all"),
        "meteorite",
        List.of()
    );

    private final Cart cart;
    private final Viewers viewers;

    ShopController(Cart cart, Viewers viewers) {
        this.cart = cart;
        this.viewers = viewers;
    }

    @GetMapping("/")
    ModelAndView home(Model model) {
        var message = (String) model.getAttribute("message"); // of the purchase that led here
        return page(Purchase.next(message == null ? "" : message));
    }

    /** One answer, two roots, plain HTML: Datastar puts each where its id is. It applies nothing but a 200, also of a refusal. */
    @PostMapping(path = "/add-item", headers = FROM_DATASTAR)
    View addItem(@RequestParam MultiValueMap<String, String> form) {
        var purchase = buy(form);
        var answer = FragmentsRendering.with("parts :: purchase-form", Map.of("purchase", purchase));
        if (!purchase.isRefused()) answer.fragment("parts :: cart-count", Map.of("count", cart.count()));
        return answer.build();
    }

    @PostMapping("/add-item")
    ModelAndView addItemWithoutScripts(@RequestParam MultiValueMap<String, String> form, RedirectAttributes next) {
        var purchase = buy(form);
        if (purchase.isRefused()) return page(purchase);
        next.addFlashAttribute("message", purchase.message());
        var home = new RedirectView("/");
        home.setHttp10Compatible(false); // 303
        return new ModelAndView(home);
    }

    private Purchase buy(MultiValueMap<String, String> form) {
        if (!ITEM.equals(form.getFirst("item-id"))) return Purchase.unknownItem();
        var purchase = Purchase.of("Garden telescope", form.getOrDefault("quantity", List.of()));
        if (purchase.isRefused()) return purchase;
        var key = form.getOrDefault("Idempotency-Key", List.of("")).get(0);
        return Purchase.next(cart.add(purchase.count(), purchase.message(), key));
    }

    @GetMapping(path = "/product/{id}/info", headers = FROM_DATASTAR)
    ModelAndView info(@PathVariable String id) {
        return new ModelAndView("parts :: info", "figures", FIGURES.getOrDefault(id, List.of()));
    }

    @GetMapping("/product/{id}/info")
    ModelAndView infoWithoutScripts(@PathVariable String id) {
        var page = page(Purchase.next("")).addObject("figures", FIGURES.getOrDefault(id, List.of()));
        if (!FIGURES.containsKey(id)) page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    @GetMapping("/live")
    SseEmitter live() {
        return viewers.enter();
    }

    private ModelAndView page(Purchase purchase) {
        var page = new ModelAndView("page", purchase.status());
        page.addObject("purchase", purchase);
        page.addObject("isPage", true);
        page.addObject("count", cart.count());
        page.addObject("viewers", Math.max(1, viewers.count())); // the reader counts too, though their stream has yet to begin
        return page;
    }
}
