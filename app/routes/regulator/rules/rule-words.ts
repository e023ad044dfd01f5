import type { TFunction } from 'i18next';
import type { DeadlineRule, Duration, RuleScope } from '#app/domain/deadline/rule.ts';
import type { Language } from '#app/domain/shared/language.ts';
import { formatList } from '#app/i18n/format.ts';

/** "10 working days". */
export function durationText({ amount, unit }: Duration, t: TFunction): string {
  return t(`rules:duration.${unit}`, { count: amount });
}

/** For which cases a rule is, in words. */
export function scopeText(
  { categories, tracks, urgent }: RuleScope,
  t: TFunction,
  language: Language,
): string {
  const parts = [
    ...(tracks
      ? [
          formatList(
            tracks.map(track => t(`taxonomy:track.${track}.label`)),
            language,
          ),
        ]
      : []),
    ...(urgent === undefined ? [] : [t(urgent ? 'rules:scope.urgent' : 'rules:scope.ordinary')]),
    ...(categories
      ? [
          formatList(
            categories.map(category => t(`taxonomy:category.${category}.label`)),
            language,
          ),
        ]
      : []),
  ];
  return parts.length === 0 ? t('rules:scope.all') : parts.join(' · ');
}

/** What a rule says, term by term. */
export function ruleTerms(rule: DeadlineRule, t: TFunction, language: Language) {
  const none = t('rules:none');
  return [
    { term: t('rules:field.clock'), value: t(`domain:clock.${rule.clock}`) },
    { term: t('rules:field.scope'), value: scopeText(rule.scope, t, language) },
    { term: t('rules:field.amount'), value: durationText(rule, t) },
    {
      term: t('rules:field.cutOffHour'),
      value: rule.cutOffHour === undefined ? none : `${String(rule.cutOffHour).padStart(2, '0')}:00`,
    },
    { term: t('rules:field.rollForward'), value: t(rule.rollForward ? 'rules:yes' : 'rules:no') },
    { term: t('rules:field.extension'), value: rule.extension ? durationText(rule.extension, t) : none },
    {
      term: t('rules:field.pauseCapDays'),
      value: t('rules:duration.calendar-days', { count: rule.pauseCapDays }),
    },
    {
      term: t('rules:field.remindBefore'),
      value: rule.remindBefore === 0 ? none : t('rules:duration.calendar-days', { count: rule.remindBefore }),
    },
    { term: t('rules:field.consequence'), value: t(`domain:consequence.${rule.consequence}`) },
    { term: t('rules:field.source'), value: rule.source },
  ];
}
