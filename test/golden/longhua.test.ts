import { itReproduces } from "./golden";

itReproduces("longhua");
