import { itReproduces } from "./golden";

itReproduces("guizhou");
