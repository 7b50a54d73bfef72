/** What Storybook and axe put on a page. */

interface StorybookStory {
  argTypes: Record<string, { control?: unknown } | undefined>;
}

interface Window {
  axe: typeof import('axe-core');
  __STORYBOOK_PREVIEW__: {
    storyStoreValue: {
      loadStory(story: { storyId: string }): Promise<StorybookStory>;
      getStoryContext(story: StorybookStory): { args: Record<string, string | number | boolean> };
    };
  };
  __STORYBOOK_ADDONS_CHANNEL__: { emit(event: 'updateStoryArgs' | 'updateGlobals', detail: object): void };
}
