// A shop of one product: net/http, html/template and the Datastar SDK, and nothing else.
package main

import (
	"bytes"
	"cmp"
	"context"
	"crypto/rand"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/starfederation/datastar-go/datastar"
)

//go:embed templates
var files embed.FS

var templates = template.Must(template.ParseFS(files, "templates/*.gohtml"))

// purchase is what the form shows. Rev is new in every rendering: a field that was typed into takes Quantity again, and no
// two purchases have one key.
type purchase struct {
	Quantity, Error, Message, Rev string
	// IsPage is false in a patch, where <noscript> would be parsed as live content and the field be sent twice.
	IsPage bool
}

type page struct {
	purchase
	InCart, Viewers int
	HasInfo         bool
	Info            []string
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	shop := newShop()
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", shop.home)
	mux.HandleFunc("POST /add-item", shop.addItem)
	mux.HandleFunc("GET /product/{id}/info", shop.info)
	mux.HandleFunc("GET /live", shop.live)
	for address, path := range map[string]string{
		"/style.css":       "../style.css",
		"/ds-elements.css": "../../../dist/ds-elements.css",
		"/ds-elements.js":  "../../../dist/ds-elements.bundle.js",
		"/datastar.js":     "../../../.cache/datastar/datastar.js",
	} {
		mux.HandleFunc("GET "+address, func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, path) })
	}

	server := &http.Server{
		Addr:              "127.0.0.1:" + cmp.Or(os.Getenv("PORT"), "8080"),
		Handler:           http.NewCrossOriginProtection().Handler(mux), // a post from another origin gets a 403
		ReadHeaderTimeout: 5 * time.Second,
		IdleTimeout:       time.Minute,
		BaseContext:       func(net.Listener) context.Context { return ctx }, // ends the open streams, for which Shutdown would wait
	}
	go func() {
		if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	soon, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	if server.Shutdown(soon) != nil {
		server.Close() // a second was enough for whatever can end
	}
}

func (s *shop) home(w http.ResponseWriter, r *http.Request) {
	s.sendPage(w, r, http.StatusOK, page{purchase: purchase{Quantity: "1", Message: s.takeMessage(session(r))}})
}

func (s *shop) addItem(w http.ResponseWriter, r *http.Request) {
	// The body is read before the answer begins: afterwards every field would be empty.
	r.Body = http.MaxBytesReader(w, r.Body, 10_000)
	if err := r.ParseForm(); err != nil {
		http.Error(w, "The form arrived damaged.", http.StatusBadRequest)
		return
	}
	if r.PostForm.Get("item-id") != product {
		s.refuse(w, r, http.StatusNotFound, purchase{Quantity: "1", Message: "We have no such thing in the shop."})
		return
	}
	sent := r.PostForm["quantity"]
	count, shown, problem := readQuantity(sent)
	if problem != "" {
		s.refuse(w, r, http.StatusUnprocessableEntity, purchase{Quantity: shown, Error: problem})
		return
	}
	message := fmt.Sprintf("%d × %s added to your cart.", count, productName)
	if len(sent) == 0 {
		message = "No quantity was given, so we took one. " + message
	}

	id := s.open(session(r))
	http.SetCookie(w, &http.Cookie{Name: "session", Value: id, Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode})
	inCart, message := s.add(id, r.PostForm.Get("Idempotency-Key"), count, message)
	if !isDatastar(r) {
		s.keepMessage(id, message)
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	sse := datastar.NewSSE(w, r)
	_ = sse.PatchElements(render("purchase-form", purchase{Quantity: "1", Message: message, Rev: rand.Text()}))
	_ = sse.PatchElements(render("cart-count", inCart)) // fails only if nobody listens any more
}

// refuse says why not: in its place to Datastar, which applies nothing but a 200, and on a whole page to a plain form.
func (s *shop) refuse(w http.ResponseWriter, r *http.Request, status int, p purchase) {
	if !isDatastar(r) {
		s.sendPage(w, r, status, page{purchase: p})
		return
	}
	p.Rev = rand.Text()
	_ = datastar.NewSSE(w, r).PatchElements(render("purchase-form", p))
}

func (s *shop) info(w http.ResponseWriter, r *http.Request) {
	lines, known := figures[r.PathValue("id")]
	p := page{purchase: purchase{Quantity: "1"}, HasInfo: true, Info: lines}
	if !isDatastar(r) {
		status := http.StatusOK
		if !known {
			status = http.StatusNotFound
		}
		s.sendPage(w, r, status, p)
		return
	}
	_ = datastar.NewSSE(w, r).PatchElements(render("info", p))
}

// live tells how many look at the page: at once, and whenever somebody comes or goes.
func (s *shop) live(w http.ResponseWriter, r *http.Request) {
	sse := datastar.NewSSE(w, r)
	changed := s.enter()
	defer s.leave(changed)
	heartbeat := time.NewTicker(2 * time.Second)
	defer heartbeat.Stop()
	for {
		select {
		case <-changed:
			_ = sse.PatchElements(render("viewers", s.viewers()))
		case <-heartbeat.C: // for proxies; net/http itself knows at once who left
			fmt.Fprint(w, ": still here\n\n")
			_ = http.NewResponseController(w).Flush()
		case <-r.Context().Done():
			return
		}
	}
}

func (s *shop) sendPage(w http.ResponseWriter, r *http.Request, status int, p page) {
	p.InCart, p.Viewers = s.inCart(session(r)), max(1, s.viewers()) // the reader counts too, though their stream has yet to begin
	p.IsPage, p.Rev = true, rand.Text()
	html := render("page", p)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	fmt.Fprint(w, html)
}

func render(name string, data any) string {
	var html bytes.Buffer
	if err := templates.ExecuteTemplate(&html, name, data); err != nil {
		panic(err) // a template that does not fit its data; net/http logs it and ends this answer
	}
	return html.String()
}

func isDatastar(r *http.Request) bool { return r.Header.Get("Datastar-Request") == "true" }

func session(r *http.Request) string {
	if cookie, err := r.Cookie("session"); err == nil {
		return cookie.Value
	}
	return ""
}
