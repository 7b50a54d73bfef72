import { NONCE, secureHeaders } from 'hono/secure-headers';

/** Datastar runs in its nonce mode: no `unsafe-eval`, and Trusted Types on. */
export const security = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: [NONCE],
    styleSrc: ["'self'", NONCE], // one inline rule: see views/layout.ts
    fontSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'], // the stylesheet's own icons are data: images
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ['datastar', 'lit-html'],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'same-origin', // without a referrer the browser would send no origin with a form, and CSRF protection needs one
  strictTransportSecurity: false, // for the proxy that ends TLS to say
});
