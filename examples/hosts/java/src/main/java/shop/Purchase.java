package shop;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/**
 * What became of a purchase, and what the form shows now.
 *
 * @param count how many were bought
 * @param quantity what the field shows
 * @param error what is wrong with the quantity
 * @param rev new in every rendering: a field that was typed into takes {@code quantity} again, and no two purchases have one key
 */
record Purchase(HttpStatus status, int count, String quantity, String error, String message, String rev) {

    /** What goes back into the field to be mended, where it is not what we sell. */
    private static final String NUMBER = "-?[0-9]{1,9}(\\.[0-9]{1,9})?";

    /** A form that waits for the next purchase. */
    static Purchase next(String message) {
        return done(0, message);
    }

    static Purchase unknownItem() {
        return of(HttpStatus.NOT_FOUND, 0, "1", "", "We have no such thing in the shop.");
    }

    /** Takes whatever was sent as the quantity. */
    static Purchase of(String product, List<String> sent) {
        if (sent.isEmpty()) return done(1, "No quantity was given, so we took one. " + added(1, product));
        var text = sent.size() == 1 ? sent.get(0).strip() : "";
        var count = text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : 0;
        if (count > 0) return done(count, added(count, product));
        return refused(text.matches(NUMBER) ? text : "", "Enter a whole number from 1 to 99.");
    }

    boolean isRefused() {
        return status != HttpStatus.OK;
    }

    private static String added(int count, String product) {
        return "%d × %s added to your cart.".formatted(count, product);
    }

    private static Purchase done(int count, String message) {
        return of(HttpStatus.OK, count, "1", "", message);
    }

    private static Purchase refused(String quantity, String error) {
        return of(HttpStatus.UNPROCESSABLE_ENTITY, 0, quantity, error, "");
    }

    private static Purchase of(HttpStatus status, int count, String quantity, String error, String message) {
        return new Purchase(status, count, quantity, error, message, UUID.randomUUID().toString());
    }
}
