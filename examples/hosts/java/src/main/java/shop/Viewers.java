package shop;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Who is looking at the page right now: each has a stream. */
@Component
class Viewers {

    /** In milliseconds. That somebody has left is noticed only when writing, and at the second write. */
    private static final long HEARTBEAT = 1_000;

    /** One for each stream, so that a slow reader keeps nobody else waiting. From Java 21 on, use virtual ones. */
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ITemplateEngine templates;
    private int count;

    Viewers(ITemplateEngine templates) {
        this.templates = templates;
    }

    synchronized int count() {
        return count;
    }

    SseEmitter enter() {
        var emitter = new SseEmitter(0L); // no timeout
        threads.execute(() -> stream(emitter));
        return emitter;
    }

    private void stream(SseEmitter emitter) {
        change(+1);
        try {
            for (var lastSent = 0; ; ) {
                var count = awaitChange(lastSent);
                emitter.send(count == lastSent ? SseEmitter.event().comment("still here") : patch(count));
                lastSent = count;
            }
        } catch (IOException | IllegalStateException gone) {
            // The reader left, and the container ends what nobody reads.
        } catch (InterruptedException closing) {
            emitter.complete();
        } finally {
            change(-1);
        }
    }

    private synchronized void change(int difference) {
        count += difference;
        notifyAll();
    }

    /** The count, as soon as it is no longer this one, or unchanged when a heartbeat is due. */
    private synchronized int awaitChange(int lastSent) throws InterruptedException {
        if (count == lastSent) wait(HEARTBEAT);
        return count;
    }

    /** An event of Datastar's: each line of the HTML says what it is. */
    private SseEventBuilder patch(int count) {
        var html = templates.process("parts", Set.of("viewers"), new Context(Locale.ENGLISH, Map.of("viewers", count)));
        var lines = html.lines().map(line -> "elements " + line).collect(Collectors.joining("\n"));
        return SseEmitter.event().name("datastar-patch-elements").data(lines);
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        threads.shutdownNow();
    }
}
