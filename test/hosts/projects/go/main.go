// A page from a template, and the files beside it.
package main

import (
	"html/template"
	"log"
	"net/http"
	"os"
)

var page = template.Must(template.ParseFiles("page.gohtml"))

type cart struct{ Items int }

func main() {
	http.Handle("GET /static/", http.StripPrefix("/static/", http.FileServer(http.Dir("static"))))
	http.HandleFunc("GET /{$}", home)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil))
}

func home(w http.ResponseWriter, _ *http.Request) {
	if err := page.Execute(w, cart{Items: 2}); err != nil {
		log.Print(err)
	}
}
