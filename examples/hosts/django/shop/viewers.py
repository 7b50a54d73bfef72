from threading import Condition

HEARTBEAT = 1  # second; only a write tells that a reader left, and only the second one after that


class Viewers:
    """The open streams of this process. Whoever comes or goes wakes them all."""

    def __init__(self):
        self.count = 0
        self._changed = Condition()

    def follow(self):
        """Yields the count now and whenever it changes, and None as a heartbeat in between."""
        self._add(1)
        try:
            told = None
            while True:
                with self._changed:
                    self._changed.wait_for(lambda: self.count != told, HEARTBEAT)
                    count = self.count
                yield None if count == told else count
                told = count
        finally:
            self._add(-1)

    def _add(self, number):
        with self._changed:
            self.count += number
            self._changed.notify_all()
