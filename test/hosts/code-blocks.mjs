/** The code in a text in Markdown, in its order. @param {string} markdown */
export const codeBlocks = (markdown) =>
  [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', code = '']) => ({ language, code }));

/** The commands in all its `sh` blocks, one a line. @param {string} markdown */
export const commandsIn = (markdown) =>
  codeBlocks(markdown)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ code }) => code.trim().split('\n'));
