import type { Product } from './catalogue.js';

/** What a new shop starts with, in the order of the list. */
export const seed: readonly Product[] = [
  {
    id: 'telescope',
    name: 'Garden telescope',
    summary: 'An 80 mm refractor that lives by the back door.',
    description:
      'Light enough to carry out in one hand, good enough for the rings of Saturn. It needs no power, no app and no ' +
      'setting-up: three legs, one knob, and the patience to let your eyes get used to the dark.',
    details: ['80 mm lens, 640 mm focal length', 'Two eyepieces: 26× and 64×', 'Ash tripod, 4.2 kg in all'],
    drawing: 'A brass telescope on a wooden tripod, pointed at a crescent moon.',
    cents: 28900,
    stock: 8,
  },
  {
    id: 'planisphere',
    name: 'Planisphere',
    summary: 'Tonight’s sky, at the turn of a disc.',
    description:
      'Set the date against the hour, hold it over your head, and the window shows what is up. We draw and print it ' +
      'here; the stars are ink that glows for a few minutes after the light goes out.',
    details: ['For 40° to 55° north', '1,200 stars, down to magnitude 4.5', 'Washable card, 24 cm across'],
    drawing: 'A round star map with an oval window that shows the Plough and Cassiopeia.',
    cents: 1450,
    stock: 120,
  },
  {
    id: 'red-lamp',
    name: 'Red lamp',
    summary: 'Light to read a chart by, and keep your night eyes.',
    description:
      'Eyes need half an hour to open to the dark and lose it in a second of white light. Deep red leaves them be. ' +
      'One dial from ember to reading light, and a hook for a cold wrist.',
    details: ['640 nm, dimmable to almost nothing', 'Charges by USB-C, lasts 60 hours', 'Enamelled steel, 310 g'],
    drawing: 'A small lantern that glows deep red beside an open chart.',
    cents: 3200,
    stock: 40,
  },
  {
    id: 'binoculars',
    name: 'Wide binoculars',
    summary: 'Seven times closer, and the whole Milky Way to sweep.',
    description:
      'The instrument we lend to every first visitor. Seven times is as much as a hand can hold still, and fifty ' +
      'millimetres gather enough light to turn a grey smudge into the Andromeda galaxy.',
    details: ['7×50, field of 7.5°', 'Each eye focused once, then never again', 'Rubber armour, 890 g'],
    drawing: 'A pair of binoculars standing on a wall under a starry sky.',
    cents: 12900,
    stock: 15,
  },
  {
    id: 'star-atlas',
    name: 'Star atlas',
    summary: 'Thirty charts, from pole to pole, that lie flat.',
    description:
      'Big enough to find your way, small enough for your knees. Black stars on cream by day turn to a clear map under ' +
      'a red lamp by night, and the spine opens flat at every page.',
    details: ['30 double charts, epoch 2050', 'Stars to magnitude 7, 900 deep-sky objects', 'Linen binding, A3'],
    drawing: 'A large open book of star charts.',
    cents: 4800,
    stock: 25,
  },
  {
    id: 'moon-globe',
    name: 'Moon globe',
    summary: 'Both faces of the Moon, craters you can feel.',
    description:
      'Cast from the heights that orbiters measured, ten times exaggerated, so that a fingertip finds Tycho with the ' +
      'lights off. The far side is there too, for arguments.',
    details: ['1 : 14,000,000, 25 cm across', 'Relief exaggerated ten times', 'Turns on a brass stand'],
    drawing: 'A globe of the Moon with craters and dark seas on a brass stand.',
    cents: 6900,
    stock: 9,
  },
  {
    id: 'sundial',
    name: 'Pocket sundial',
    summary: 'The time, from the nearest star.',
    description:
      'Open the lid, let the needle find north, set your latitude, and read the hour to five minutes. It has never ' +
      'needed charging in four hundred years of being made.',
    details: ['For latitudes from 20° to 60°', 'Turned brass, 6 cm across', 'Table of the equation of time in the lid'],
    drawing: 'A brass pocket sundial with a compass, its lid open.',
    cents: 8400,
    stock: 14,
  },
  {
    id: 'orrery',
    name: 'Hand-cranked orrery',
    summary: 'Six planets, one handle, a year a turn.',
    description:
      'Cut, soldered and tuned by our clockmaker, one a month. A turn of the handle is a year for the Earth, a quarter of ' +
      'an hour of your life for Saturn’s. The Moon keeps up by itself.',
    details: ['Mercury to Saturn, and our Moon', '41 brass wheels, walnut foot', '48 cm across, signed and numbered'],
    drawing: 'A brass orrery: a golden sun, planets on arms, gears and a crank on a wooden foot.',
    cents: 148000,
    stock: 3,
  },
  {
    id: 'night-flask',
    name: 'Night flask',
    summary: 'Tea that is still hot when Orion sets.',
    description:
      'Twelve hours hot, and not a rattle: the cup is lined with cork, so that nobody’s long exposure is ruined by your ' +
      'second helping. It is painted a red that your night eyes will not mind.',
    details: ['0.75 litres, double-walled steel', 'Cork-lined cup', 'Fits the tripod’s tray'],
    drawing: 'A deep red flask with brass bands beside a cup of steaming tea.',
    cents: 3600,
    stock: 60,
  },
  {
    id: 'blanket',
    name: 'Observer’s blanket',
    summary: 'Hill wool, woven with the winter sky.',
    description:
      'From the flock that keeps the grass short round the dome. Heavy enough to stay put in a wind, and large enough for ' +
      'two on a meteor night.',
    details: ['150 × 200 cm, 1.4 kg', 'Undyed wool and indigo', 'Woven two valleys from here'],
    drawing: 'A wool blanket with woven stars, folded over a wooden bench.',
    cents: 11500,
    stock: 22,
  },
  {
    id: 'meteorite',
    name: 'Pocket meteorite',
    summary: 'Older than the Earth, and yours to keep in a box.',
    description:
      'A cut slice of an iron that fell on nobody. It cooled by a degree in a thousand years, which is what drew those ' +
      'lines. Each is different, and none of them minds being touched.',
    details: [],
    drawing: 'An iron meteorite in an open box, its cut face crossed by fine bands.',
    cents: 5500,
    stock: 31,
  },
  {
    id: 'eclipse-glasses',
    name: 'Eclipse glasses',
    summary: 'For the few minutes that you will talk about for years.',
    description:
      'The only thing in this shop for use by day. Through them there is nothing to be seen but the Sun, which is the ' +
      'point. Keep them flat, and throw them away when they are scratched.',
    details: ['ISO 12312-2, optical density 5', 'Recycled card', 'One size, over spectacles too'],
    drawing: 'Card glasses with dark foils on a table under a partly eclipsed sun.',
    cents: 350,
    stock: 200,
  },
];
