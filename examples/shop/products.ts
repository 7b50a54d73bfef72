export interface Product {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly details: readonly string[];
  readonly cents: number;
  /** What the drawing `/<id>.svg` shows. */
  readonly drawing: string;
}

export const products: readonly Product[] = [
  {
    id: 'telescope',
    name: 'Garden telescope',
    summary: 'An 80 mm refractor that lives by the back door.',
    description:
      'Light enough to carry out in one hand, good enough for the rings of Saturn. It needs no power, no app and no ' +
      'setting-up: three legs, one knob, and the patience to let your eyes get used to the dark.',
    details: ['80 mm lens, 640 mm focal length', 'Two eyepieces: 26× and 64×', 'Ash tripod, 4.2 kg in all'],
    cents: 28900,
    drawing: 'A brass telescope on a wooden tripod, pointed at a crescent moon.',
  },
  {
    id: 'planisphere',
    name: 'Planisphere',
    summary: 'Tonight’s sky, at the turn of a disc.',
    description:
      'Set the date against the hour, hold it over your head, and the window shows what is up. We draw and print it ' +
      'here; the stars are ink that glows for a few minutes after the light goes out.',
    details: ['For 40° to 55° north', '1,200 stars, down to magnitude 4.5', 'Washable card, 24 cm across'],
    cents: 1450,
    drawing: 'A round star map with an oval window that shows the Plough and Cassiopeia.',
  },
  {
    id: 'red-lamp',
    name: 'Red lamp',
    summary: 'Light to read a chart by, and keep your night eyes.',
    description:
      'Eyes need half an hour to open to the dark and lose it in a second of white light. Deep red leaves them be. ' +
      'One dial from ember to reading light, and a hook for a cold wrist.',
    details: ['640 nm, dimmable to almost nothing', 'Charges by USB-C, lasts 60 hours', 'Enamelled steel, 310 g'],
    cents: 3200,
    drawing: 'A small lantern that glows deep red beside an open chart.',
  },
];

export function findProduct(id: unknown): Product | undefined {
  return products.find((product) => product.id === id);
}
