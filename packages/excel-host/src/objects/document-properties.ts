import { asString } from "./arguments";
import { ExcelObject } from "./context";

type PropertyName =
  "title" | "author" | "subject" | "keywords" | "comments" | "category" | "company" | "manager";

export class DocumentProperties extends ExcelObject {
  static override readonly className = "DocumentProperties";
  static override readonly scalars = [
    "Author",
    "Category",
    "Comments",
    "Company",
    "Keywords",
    "LastAuthor",
    "Manager",
    "Subject",
    "Title",
  ];

  #set(name: PropertyName, value: unknown): void {
    this.model.properties[name] = asString(value);
    this.model.changed.add("properties");
  }
  get Title(): string {
    return this.model.properties.title;
  }
  set Title(value: unknown) {
    this.#set("title", value);
  }
  get Author(): string {
    return this.model.properties.author;
  }
  set Author(value: unknown) {
    this.#set("author", value);
  }
  get Subject(): string {
    return this.model.properties.subject;
  }
  set Subject(value: unknown) {
    this.#set("subject", value);
  }
  get Keywords(): string {
    return this.model.properties.keywords;
  }
  set Keywords(value: unknown) {
    this.#set("keywords", value);
  }
  get Comments(): string {
    return this.model.properties.comments;
  }
  set Comments(value: unknown) {
    this.#set("comments", value);
  }
  get Category(): string {
    return this.model.properties.category;
  }
  set Category(value: unknown) {
    this.#set("category", value);
  }
  get Company(): string {
    return this.model.properties.company;
  }
  set Company(value: unknown) {
    this.#set("company", value);
  }
  get Manager(): string {
    return this.model.properties.manager;
  }
  set Manager(value: unknown) {
    this.#set("manager", value);
  }
  get LastAuthor(): string {
    return this.model.properties.lastAuthor;
  }
}
