/** Text that means harm somewhere: to a page, a database, a stream of events or a file system. */

/** Marks what must never get out of the text it came in. */
export const mark = 'x-hostile';

export const html = [
  `<${mark}>`,
  `"><script>${mark}</script>`,
  `' ${mark}='1`,
  `" ${mark}="1`,
  `"><img src=x onerror=${mark}>`,
  `</textarea></noscript><script>${mark}</script>`,
  `<!--<script>${mark}`,
  `" data-on:load="@post('/checkout')" ${mark}="`,
  `&lt;${mark}&gt;&#60;script&#62;`,
];

export const sql = [
  `'; DROP TABLE product; --`,
  `'); DELETE FROM customer_order; --`,
  `' OR '1'='1`,
  `red-lamp' UNION SELECT * FROM customer_order --`,
  `1; UPDATE product SET stock = 0`,
  `" OR ""="`,
  `\\'; ATTACH DATABASE '/tmp/x' AS x; --`,
];

/** Ends a line where a stream of events is read, and begins an event of its own. */
export const events = [
  `\r\revent: ${mark}\rdata: elements <${mark}>\r\r`,
  `\n\nevent: ${mark}\ndata: elements <${mark}>\n\n`,
  `\r\n\r\nevent: ${mark}\r\n\r\n`,
];

export const junk = [
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  '%00',
  '\u0000',
  '\u200Fgnp.exe',
  '💫'.repeat(100),
  'null',
  'undefined',
  '-1',
  '1e309',
  'x'.repeat(3000),
];

const escaped = new RegExp(
  [
    `<${mark}`, // an element
    `>${mark}</script`, // a script
    `onerror=${mark}>`, // a handler
    `["'] ${mark}=["']`, // an attribute
  ].join('|'),
);
const injected = new RegExp(`^event: ${mark}`, 'm'); // a line ends at \r, too

/** What of the above is more than text in an answer: in a page, or in a stream of events. */
export function harmIn(answer: string): string | undefined {
  const isPage = /^\s*<!doctype/i.test(answer);
  const place = (escaped.exec(answer) ?? (isPage ? undefined : injected.exec(answer)))?.index;
  return place === undefined ? undefined : JSON.stringify(answer.slice(Math.max(0, place - 80), place + 80));
}
