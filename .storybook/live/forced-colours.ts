/**
 * No page can switch forced colours on: only the system or the browser's developer tools can. This comes near: the
 * stage takes system colours (stage.css), and the elements' own `@media (forced-colors: active)` rules are put into
 * effect. What the browser itself would do to every other colour is not shown.
 */
const query = '(forced-colors: active)';
const rules = new Set<CSSMediaRule>();

export function emulateForcedColours(isOn: boolean): void {
  for (const { shadowRoot } of document.querySelectorAll('*'))
    for (const sheet of shadowRoot?.adoptedStyleSheets ?? [])
      for (const rule of within(sheet))
        if (rule instanceof CSSMediaRule && rule.media.mediaText === query) rules.add(rule);
  for (const { media } of rules) media.mediaText = isOn ? 'all' : query;
}

/** All rules, the nested ones as well. */
function* within({ cssRules }: { readonly cssRules: CSSRuleList }): Generator<CSSRule> {
  for (const rule of cssRules) {
    yield rule;
    if (rule instanceof CSSStyleRule || rule instanceof CSSGroupingRule) yield* within(rule);
  }
}
