interface Manifest {
  readonly [field: string]: unknown;
}

const dependencyFields = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'];

/** Versions in package.json that are a range, a tag or an address, where an exact one is wanted. */
export function checkVersions(manifest: Manifest): string[] {
  return dependencyFields.flatMap((field) => {
    const versions = manifest[field];
    if (typeof versions !== 'object' || versions === null) return [];
    return Object.entries(versions)
      .filter(([, version]) => typeof version !== 'string' || !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => `package.json:1 ${field}: ${name} is ${JSON.stringify(version)}, not an exact version`);
  });
}

/** Places in a lock file that say where a package was fetched from; it must install from anywhere. */
export function checkLock(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, i) => (/"resolved"\s*:/.test(line) ? [`package-lock.json:${i + 1} says where from`] : []));
}

/** Hosts that packages are fetched from, and the setting that names one. The backslashes keep this file from naming them. */
const hosts = [
  /registry\.npmjs\b/,
  /registry\.npmmirror\b/,
  /registry\.yarnpkg\b/,
  /npm\.pkg\.github\b/,
  /npm\.jsr\.io\b/,
  /pkgs\.dev\.azure\b/,
  /\/artifactory\//i,
  /\/repository\/npm/i,
  /\bjfrog\.io\b/,
  /^\s*(@[\w-]+:)?registry\s*=/,
];

export function checkHosts(path: string, text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, i) => (hosts.some((host) => host.test(line)) ? [`${path}:${i + 1} names a package registry`] : []));
}
