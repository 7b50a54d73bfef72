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
 * @param rev new in every rendering, so that a field that was typed into takes {@code quantity} again
 */
record Purchase(HttpStatus status, int count, String quantity, String error, String message, String rev) {

    /** A minus, digits, a fraction: none of it in another spelling, such as +5, 005 or 5.0. */
    private static final String NUMBER = "-?([0-9]{1,2}|[1-9][0-9]{2,8})(\\.[0-9]{0,8}[1-9])?";

    /** A form as it is before anything was bought. */
    static Purchase none(String message) {
        return done(0, message);
    }

    static Purchase unknownItem() {
        return of(HttpStatus.NOT_FOUND, 0, "1", "", "We have no such thing in the shop.");
    }

    /** Takes whatever was sent as the quantity. */
    static Purchase of(String product, List<String> sent) {
        if (sent.isEmpty()) return done(1, "No quantity was given, so we took one. " + added(1, product));
        var text = sent.get(0).strip();
        if (sent.size() > 1 || !text.matches(NUMBER)) return refused("", "Enter one number from 1 to 99.");
        if (text.contains(".")) return refused(text, "We count whole things. Enter a whole number.");
        var number = Integer.parseInt(text);
        if (number < 1) return refused(text, "Enter at least 1.");
        if (number > 99) return refused(text, "We pack at most 99 at a time.");
        return done(number, added(number, product));
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
