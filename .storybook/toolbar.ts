/** What the toolbar offers, beside Storybook's own. */
import type { Globals, GlobalTypes } from 'storybook/internal/types';

export const globalTypes: GlobalTypes = {
  theme: {
    description: 'Theme',
    toolbar: {
      dynamicTitle: true,
      icon: 'mirror',
      items: [
        { value: 'system', title: 'System theme', icon: 'browser' },
        { value: 'light', title: 'Light', icon: 'sun' },
        { value: 'dark', title: 'Dark', icon: 'moon' },
      ],
    },
  },
  direction: {
    description: 'Direction',
    toolbar: {
      dynamicTitle: true,
      icon: 'transfer',
      items: [
        { value: 'ltr', title: 'Left to right' },
        { value: 'rtl', title: 'Right to left' },
      ],
    },
  },
  colours: {
    description: 'Colours. A page cannot force them, so this is near the real thing and not the thing itself',
    toolbar: {
      dynamicTitle: true,
      icon: 'contrast',
      items: [
        { value: 'own', title: 'Own colours' },
        { value: 'forced', title: 'Forced colours, emulated', right: 'nearly' },
      ],
    },
  },
};

export const initialGlobals: Globals = { theme: 'system', direction: 'ltr', colours: 'own' };
