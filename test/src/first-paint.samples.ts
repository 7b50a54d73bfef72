/** What a page does to text and boxes around an element: attributes of what is around it. */
export const places: Readonly<Record<string, string>> = {
  'in plain text': '',
  'in small text': 'style="font-size: 11px"',
  'in text of 200 %': 'style="font-size: 2em"',
  'in a font of its own': 'style="font-family: monospace; font-weight: 700"',
  'in tight lines': 'style="line-height: 1"',
  'in loose lines': 'style="line-height: 3"',
  'in lines of 60 px': 'style="line-height: 60px"',
  'in spaced text': 'style="letter-spacing: 0.3em; text-indent: 3em; text-align: end"',
  'in text from right to left': 'dir="rtl"',
  'in a narrow place': 'style="inline-size: 7em"',
  'in a flex row': 'style="display: flex; gap: 1em"',
  'in a grid': 'style="display: grid"',
  'with tokens of its own': 'style="--ds-quantity-stepper-input-size: 6ch; --ds-radius: 0"',
  'under a reset': 'class="reset"',
};

/** As many a page has it, or even more of it. */
export const RESET = `.reset *, .reset *::before, .reset *::after {
  box-sizing: border-box; margin: 0; padding: 0; border: 0 solid; vertical-align: baseline; background-repeat: repeat;
}`;

interface Sample {
  readonly name: string;
  readonly html: string;
}

const sample = (name: string, html: string): Sample => ({ name, html });

const stepper = (attributes: string, inside = ''): string =>
  `<ds-quantity-stepper ${attributes}>${inside}</ds-quantity-stepper>`;

const badge = (attributes: string, inside = ''): string => `<ds-cart-badge ${attributes}>${inside}</ds-cart-badge>`;

const stars = (attributes: string, inside = ''): string => `<ds-starfield ${attributes}>${inside}</ds-starfield>`;

/** Of a page's own. */
const displays = ['block', 'inline-block', 'flow-root', 'flex', 'inline-flex', 'grid'];

/** What stands beside a badge in the middle of the line does not move with its baseline, which no drawing can have. */
const middle = 'vertical-align: middle; text-indent: 0';

const iconAndWord = '<svg width="24" height="24"></svg> Cart';

export const samples: readonly Sample[] = [
  sample('a stepper', stepper('value="3"')),
  sample('a stepper without a value', stepper('')),
  sample('a stepper below 0', stepper('value="-12"')),
  sample('a stepper with a long value', stepper('value="1234567890123"')),
  sample('a stepper with a short error', stepper('value="9" error="Too many"')),
  sample(
    'a stepper with a long error',
    stepper('value="9" error="Only three are left; please take no more than that."'),
  ),
  sample('a stepper with an empty error', stepper('value="9" error=""')),
  sample('a stepper with a fallback', stepper('value="2"', '<noscript><input value="2" /></noscript>')),
  sample('a stepper with another fallback', stepper('value="2"', '\n<p>a\n<br />fallback</p>\n')),
  sample('a wide stepper', stepper('value="2" style="inline-size: 15em; text-align: end"')),
  sample('a disabled stepper', stepper('value="2" disabled')),
  sample('a hidden stepper', stepper('value="2" hidden')),
  sample('a badge', badge('count="3"')),
  sample('a badge without a count', badge('')),
  sample('a badge of 0', badge('count="0"')),
  sample('a badge with only white space inside', badge(`count="3" style="${middle}"`, '\n  ')),
  sample('a badge that shows 0', badge('count="0" show-zero')),
  sample('a badge that shows 0 and has no count', badge('show-zero')),
  sample('a badge that shows 0 for an empty count', badge('count="" show-zero')),
  sample('a badge that shows 0 for less than that', badge('count="-3" show-zero')),
  sample('a badge of less than 0', badge('count="-3"')),
  sample('a badge with a long count', badge('count="1234567" max="9999999"')),
  sample('a badge with a large icon', badge('count="3"', '<svg width="70" height="50"></svg>')),
  sample('a badge with words', badge('count="3" href="/cart"', 'Your cart')),
  sample('a wide badge', badge('count="3" style="inline-size: 8em; block-size: 5em"')),
  sample('a badge with an icon and a word', badge(`count="3" style="${middle}"`, iconAndWord)),
  sample('a padded badge', badge('count="3" style="padding: 0.5em 1em"')),
  ...displays.flatMap((display) => {
    const style = `${middle}; display: ${display}`;
    return [
      sample(`a badge of display ${display}`, badge(`count="3" style="${style}"`)),
      sample(`a badge with words, of display ${display}`, badge(`count="3" style="${style}"`, 'Your cart')),
      sample(
        `a padded badge with an icon and a word, of display ${display}`,
        badge(`count="3" style="${style}; padding: 0.5em"`, iconAndWord),
      ),
    ];
  }),
  sample('a hidden badge', badge('count="3" hidden')),
  sample('a star field', stars('')),
  sample('a star field with a fallback', stars('', '<p>Stars<br />and<br />more<br />stars</p>')),
  sample('a small star field', stars('style="block-size: 5em; inline-size: 50%"')),
  sample('a star field that floats', stars('style="float: inline-start; inline-size: 9em"')),
  sample('a hidden star field', stars('hidden')),
];
