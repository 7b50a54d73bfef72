package main

import (
	"crypto/rand"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

const product, productName = "telescope", "Garden telescope"

// figures of all that we know; no two meteorites are alike.
var figures = map[string][]string{
	product:     {"80 mm lens, 640 mm focal length", "Two eyepieces: 26× and 64×", "Ash tripod, 4.2 kg in all"},
	"meteorite": nil,
}

// shop keeps everything in memory: a cart for each session, a channel for each open stream.
type shop struct {
	mutex   sync.Mutex
	carts   map[string]*cart
	streams map[chan struct{}]bool
}

type cart struct {
	count   int
	message string // what the next page says
	sold    []sale // the newest
}

// sale is what was told of a form, by whose key it is known when it comes again.
type sale struct{ key, message string }

func newShop() *shop {
	return &shop{carts: map[string]*cart{}, streams: map[chan struct{}]bool{}}
}

// open returns a session that has a cart: the given one, or a new one.
func (s *shop) open(session string) string {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.carts[session] == nil {
		session = rand.Text()
		s.carts[session] = &cart{}
	}
	return session
}

// add returns what to tell. Whoever clicks twice, or whose client asks again for an answer that was lost, buys once and
// hears the same again.
func (s *shop) add(session, key string, count int, message string) (inCart int, told string) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	c := s.carts[session]
	if known := slices.IndexFunc(c.sold, func(s sale) bool { return s.key == key }); known >= 0 {
		return c.count, c.sold[known].message
	}
	c.count += count
	if key != "" {
		c.sold = append(c.sold[max(0, len(c.sold)-19):], sale{key, message})
	}
	return c.count, message
}

func (s *shop) keepMessage(session, message string) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.carts[session].message = message
}

func (s *shop) inCart(session string) int {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if c := s.carts[session]; c != nil {
		return c.count
	}
	return 0
}

func (s *shop) takeMessage(session string) (message string) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if c := s.carts[session]; c != nil {
		message, c.message = c.message, ""
	}
	return message
}

func (s *shop) enter() chan struct{} {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	stream := make(chan struct{}, 1) // room for one: a slow reader gets the newest state, and no backlog
	s.streams[stream] = true
	s.tellAll()
	return stream
}

func (s *shop) leave(stream chan struct{}) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	delete(s.streams, stream)
	s.tellAll()
}

func (s *shop) viewers() int {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return len(s.streams)
}

func (s *shop) tellAll() {
	for stream := range s.streams {
		select {
		case stream <- struct{}{}:
		default: // has yet to read the last news, and will find this with it
		}
	}
}

// quantity is what we sell, number whatever else goes back into the field to be mended.
var (
	quantity = regexp.MustCompile(`^[0-9]{1,2}$`)
	number   = regexp.MustCompile(`^-?[0-9]{1,9}(\.[0-9]{1,9})?$`)
)

// readQuantity takes whatever was sent. Where it is no good, problem says why, and shown goes back into the field.
func readQuantity(sent []string) (count int, shown, problem string) {
	if len(sent) == 0 {
		return 1, "", ""
	}
	text := strings.TrimSpace(sent[0])
	if len(sent) == 1 && quantity.MatchString(text) {
		count, _ = strconv.Atoi(text) // cannot fail on what matched
	}
	if count > 0 {
		return count, "", ""
	}
	if len(sent) == 1 && number.MatchString(text) {
		shown = text
	}
	return 0, shown, "Enter a whole number from 1 to 99."
}
