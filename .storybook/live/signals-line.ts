/** The signals of a story, as they are now; what writes them there is Datastar itself. */
export function signalsLine(names: readonly string[]): DocumentFragment {
  const line = document.createRange().createContextualFragment('<dl class="signals" aria-label="Signals"></dl>');
  for (const name of names) {
    const pair = document.createElement('div');
    const term = document.createElement('dt');
    const value = document.createElement('dd');
    term.textContent = `$${name}`;
    value.dataset['signal'] = name;
    value.setAttribute('data-text', `JSON.stringify($${name})`);
    pair.append(term, value);
    line.firstElementChild?.append(pair);
  }
  return line;
}
