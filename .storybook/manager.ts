import { addons } from 'storybook/manager-api';
import { themeFor } from './theme.js';

addons.setConfig({ theme: themeFor('system') });
