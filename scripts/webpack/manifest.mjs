/** Where the manifest in the repository points, for development. */
export const DEVELOPMENT_BASE = "https://localhost:3000";

/**
 * The manifest for a web site: every address begins with `base`, which may end in a folder.
 * @throws Error where the base is no https address of a site, or an address of this machine would be left
 */
export function manifestFor(manifest, base) {
  const site = siteOf(base);
  const finished = manifest
    .replaceAll(`<AppDomain>${DEVELOPMENT_BASE}</AppDomain>`, `<AppDomain>${site.origin}</AppDomain>`)
    .replaceAll(DEVELOPMENT_BASE, site.href.replace(/\/$/, ""));
  if (/localhost|127\.0\.0\.1/.test(finished)) throw new Error("清单里还有本机地址，没有写出。");
  return finished;
}

function siteOf(base) {
  const site = URL.canParse(base) ? new URL(base) : null;
  if (site?.protocol !== "https:" || site.search !== "" || site.hash !== "" || site.username !== "")
    throw new Error(`--env base=${base}：要写网站的 https 地址，例如 https://加载项.单位.gov.cn/jiheng`);
  if (["localhost", "127.0.0.1", "[::1]"].includes(site.hostname))
    throw new Error(`--env base=${base}：这是本机的地址，别的电脑打不开。`);
  return site;
}
