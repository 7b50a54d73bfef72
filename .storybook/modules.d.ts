/** Modules that only the catalog's build can resolve. */

declare module 'virtual:datastar' {
  export const root: Record<string, unknown>;
  export function mergePatch(patch: Record<string, unknown>): void;
}

declare module 'virtual:custom-elements' {
  export interface Named {
    name: string;
    description?: string;
    default?: string;
    type?: { text: string };
  }
  interface Attribute extends Named {
    fieldName?: string;
  }
  interface Member extends Named {
    kind: 'field' | 'method';
    attribute?: string;
    parameters?: Named[];
    return?: { type?: { text: string } };
  }
  export interface Declaration {
    tagName: string;
    description?: string;
    attributes?: Attribute[];
    outputs?: Named[];
    events?: Named[];
    slots?: Named[];
    cssParts?: Named[];
    cssProperties?: Named[];
    cssStates?: Named[];
    members?: Member[];
  }
  const manifest: { modules: { declarations: Declaration[] }[] };
  export default manifest;
}

declare module '*.mdx' {
  const page: () => null;
  export default page;
}

declare module '*.css';
