import project from "../../package.json";

/** The version, from package.json alone: the manifest and the host's package are held to it by a test. */
export const VERSION = project.version;

/** What 运行记录 and 关于 call the program: `绩衡 0.1.0`. */
export const PROGRAM = `绩衡 ${VERSION}`;
