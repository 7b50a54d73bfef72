/** Text as a template puts it between the quotes of an attribute. */
export const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
