/**
 * The baseline of ds-starfield: the way of the official element. Each frame asks for the computed style, clears the
 * canvas, fills the background and draws every star, seen or not, by an `arc()` and a `fill()` of its own. As there,
 * `size` is a radius, `streak` a number of turns that the arc goes around, and the tunnel as deep as the box is wide.
 */
const TURN = 2 * Math.PI;

class ArcStarfield extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML =
      '<style>:host, canvas { display: block; inline-size: 100%; block-size: 100% }</style><canvas></canvas>';
    const canvas = root.querySelector('canvas');
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const width = (canvas.width = this.clientWidth);
    const height = (canvas.height = this.clientHeight);

    /** @param {string} name @param {number} fallback */
    const input = (name, fallback) => Number(this.getAttribute(name) ?? fallback);
    const centerX = (width * input('center-x', 50)) / 100;
    const centerY = (height * input('center-y', 50)) / 100;
    const size = input('size', 2.5);
    const speed = input('speed', 10);
    const turns = input('streak', 50);

    const somewhere = () => ({ x: Math.random() * width - centerX, y: Math.random() * height - centerY });
    const stars = Array.from({ length: input('star-count', 5000) }, () => ({
      ...somewhere(),
      z: (1 - Math.random()) * width,
    }));

    const draw = () => {
      const style = getComputedStyle(this);
      context.clearRect(0, 0, width, height);
      context.fillStyle = style.backgroundColor;
      context.fillRect(0, 0, width, height);
      context.fillStyle = style.color;
      for (const star of stars) {
        const near = width / star.z;
        const radius = size * (1 - star.z / width);
        context.beginPath();
        context.arc(centerX + star.x * near, centerY + star.y * near, radius, -turns * TURN, turns * TURN);
        context.fill();
        star.z -= speed;
        if (star.z <= 0) Object.assign(star, somewhere(), { z: width });
      }
      requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
  }
}

customElements.define('arc-starfield', ArcStarfield);
