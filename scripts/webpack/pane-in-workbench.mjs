import { copyFileSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";

/** Puts the add-in's own built files, and a few more, into the folder of the workbench's frame: it runs what Excel runs. */
export class PaneInWorkbench {
  constructor(folder, extraFiles) {
    this.folder = folder;
    this.extraFiles = extraFiles;
  }

  apply(compiler) {
    compiler.hooks.afterEmit.tap("PaneInWorkbench", (compilation) => {
      const built = compilation.getAssets().map(({ name }) => name);
      const wanted = built.filter(
        (name) => !name.startsWith("..") && !name.endsWith(".html") && name !== "manifest.xml",
      );
      this.#clearEarlierBuild([...built, ...this.extraFiles].map((name) => path.basename(name)));
      for (const name of wanted) this.#copy(path.join(compilation.outputOptions.path, name), name);
      for (const file of this.extraFiles) this.#copy(file, path.basename(file));
    });
  }

  #clearEarlierBuild(now) {
    const scripts = readdirSync(this.folder).filter((name) => /\.js(?:\.map)?$/.test(name));
    for (const name of scripts) if (!now.includes(name)) rmSync(path.join(this.folder, name));
  }

  #copy(from, name) {
    const to = path.join(this.folder, name);
    mkdirSync(path.dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
}
