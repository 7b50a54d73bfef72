/** Storybook's renderer of this catalog: a story is a string of HTML, and Datastar moves it. */
import type { WebComponentsRenderer } from '@storybook/web-components-vite';
import type { RenderContext } from 'storybook/internal/types';
import { dress } from './stage.js';
import { LiveStory } from './story.js';

const stories = new Map<HTMLElement, LiveStory>();

export async function renderToCanvas(
  { storyContext, storyFn, forceRemount, showMain }: RenderContext<WebComponentsRenderer>,
  canvas: HTMLElement,
): Promise<() => Promise<void>> {
  const html = storyFn() as string; // in any case: "Show code" follows this call
  const { id, args, globals, viewMode } = storyContext;
  const present = stories.get(canvas);
  if (present && !forceRemount) {
    dress(canvas.querySelector('.stage'), globals);
    present.update(args);
    return () => remove(canvas);
  }

  await remove(canvas);
  const stage = document.createElement('div');
  const isAlone = viewMode !== 'docs';
  const story = new LiveStory(id, stage, args, isAlone);
  stage.className = isAlone ? 'stage alone' : 'stage';
  stories.set(canvas, story);
  canvas.replaceChildren(stage);
  showMain();
  await story.mount(html);
  dress(stage, globals);
  return () => remove(canvas);
}

async function remove(canvas: HTMLElement): Promise<void> {
  const story = stories.get(canvas);
  stories.delete(canvas);
  await story?.remove();
}
