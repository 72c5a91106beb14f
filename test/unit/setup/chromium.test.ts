import { expect, test } from 'vitest';
import { usualPlaces } from '../../setup/chromium';

test.each([
  ['linux', { PATH: '/opt/bin' }, ['/opt/bin/chromium', '/usr/bin/google-chrome', '/snap/bin/chromium']],
  [
    'darwin',
    { HOME: '/Users/x' },
    [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Users/x/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
  ],
  [
    'win32',
    { PROGRAMFILES: 'C:/Program Files', 'PROGRAMFILES(X86)': 'C:/Program Files (x86)' },
    [
      'C:/Program Files/Google/Chrome/Application/chrome.exe',
      'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
    ],
  ],
])('a browser is looked for in the usual places of %s', (platform, env, places) => {
  expect(usualPlaces(platform, env).map((file) => file.replaceAll('\\', '/'))).toEqual(expect.arrayContaining(places));
});
