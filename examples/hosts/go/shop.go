package main

import (
	"crypto/rand"
	"regexp"
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
}

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

func (s *shop) add(session string, count int, message string) (inCart int) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	c := s.carts[session]
	c.count += count
	c.message = message
	return c.count
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

// A minus, digits, a fraction: none of it in another spelling, such as +5, 005 or 5.0.
var number = regexp.MustCompile(`^-?([0-9]{1,2}|[1-9][0-9]{2,8})(\.[0-9]{0,8}[1-9])?$`)

// readQuantity takes whatever was sent. Where it is no good, problem says why, and shown goes back into the field.
func readQuantity(sent []string) (count int, shown, problem string) {
	if len(sent) == 0 {
		return 1, "", ""
	}
	text := strings.TrimSpace(sent[0])
	if len(sent) > 1 || !number.MatchString(text) {
		return 0, "", "Enter one number from 1 to 99."
	}
	if strings.Contains(text, ".") {
		return 0, text, "We count whole things. Enter a whole number."
	}
	count, _ = strconv.Atoi(text) // cannot fail on what matched
	switch {
	case count < 1:
		return 0, text, "Enter at least 1."
	case count > 99:
		return 0, text, "We pack at most 99 at a time."
	}
	return count, "", ""
}
