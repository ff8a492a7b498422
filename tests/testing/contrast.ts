/** How well colours can be told apart, by WCAG 2.2. */

const canvas = Object.assign(document.createElement('canvas'), {width: 1, height: 1});
const pen = canvas.getContext('2d', {willReadFrequently: true})!;

/** How bright a colour is on a screen, 0 to 1: whatever way it is written, and clipped as a screen clips it. */
function luminance(color: string): number {
  pen.fillStyle = '#000';
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue] = Array.from(pen.getImageData(0, 0, 1, 1).data, (byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** The ratio of two colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [dark, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright! + 0.05) / (dark! + 0.05);
}
