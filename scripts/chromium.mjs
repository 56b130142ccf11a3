import { existsSync } from 'node:fs';

const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/** Places where the browser tests look for Chromium, in this order. */
export const chromiumPlaces = [process.env.PLAYWRIGHT_CHROMIUM, process.env.CHROME_PATH, ...installed].filter(
  (place) => place !== undefined && place !== '',
);

/** The Chromium of this machine; undefined when there is none. */
export const chromium = chromiumPlaces.find((place) => existsSync(place));
