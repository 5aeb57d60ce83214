import { factBook, factsOfWorkbook, findByName, type FactBook } from "../../facts";
import type { Fact } from "../../model/fact";
import type { EvaluationForm } from "../../model/form";
import type { Recognition, SurveyTable } from "../../model/workbook";
import type { Settings } from "../../model/settings";
import type { Facts, RuleContext, WeightedGroup } from "../context";

/** The base data of a workbook, not yet for one of its evaluations. */
export function factsOf(recognition: Recognition): Facts {
  const groups = recognition.surveys.flatMap(groupsOf);
  return withBook(factBook(factsOfWorkbook(recognition), null, recognition.chosenFacts), groups);
}

/** What the rules of one evaluation may look at. */
export function ruleContext(facts: Facts, form: EvaluationForm, settings: Settings): RuleContext {
  const { facts: all, asking } = facts.book;
  const own = withBook(factBook(all, form, asking.chosen), facts.surveyGroups);
  return { settings, facts: own, year: form.year };
}

function withBook(book: FactBook, surveyGroups: readonly WeightedGroup[]): Facts {
  return {
    book,
    surveyGroups,
    find: (names) => {
      const found = names.flatMap((name) => findByName(book, name));
      return found.filter((fact, index) => found.indexOf(fact) === index).map(asMatch);
    },
  };
}

const asMatch = ({ name, cell, quantity }: Fact) => ({ name, cell, quantity });

/** None where one is not disclosed: the others alone are another satisfaction. */
function groupsOf(survey: SurveyTable): WeightedGroup[] {
  if (survey.entries.some(({ share }) => share?.nature === "undisclosed")) return [];
  return survey.entries.flatMap(({ name, share, weight }) =>
    share?.value == null ? [] : [{ name: name.text, share, weight }],
  );
}
