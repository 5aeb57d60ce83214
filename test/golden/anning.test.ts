import { itReproduces } from "./golden";

itReproduces("anning");
