import { TEMPLATE_PARTS } from '#app/domain/case/answer-template.ts';
import { LANGUAGES } from '#app/domain/shared/language.ts';
import { CATEGORY_KEYS } from '#app/domain/taxonomy/taxonomy.ts';
import { useT } from '#app/i18n/use-translation.ts';
import type { Refused } from '#app/platform/http/refusal.server.ts';
import { useApp } from '#app/ui/app-context.tsx';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { SelectField } from '#app/ui/choice-fields.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { PostForm } from '#app/ui/form.tsx';
import { useFormFields } from '#app/ui/form-fields.ts';
import { HiddenFields } from '#app/ui/hidden-fields.tsx';
import { TextArea, TextField } from '#app/ui/text-fields.tsx';
import type { Template } from '#app/usecases/casework/templates.server.ts';

/** The labels of a template's fields by their names. */
export function useTemplateLabels() {
  const t = useT('answering');
  return {
    name: t('settings.name'),
    category: t('settings.category'),
    language: t('settings.language'),
    cause: t('operator:answer.cause'),
    action: t('operator:answer.action'),
    message: t('operator:answer.message'),
  };
}

export function TemplateTable({ templates }: { templates: readonly Template[] }) {
  const t = useT('answering');
  if (templates.length === 0) return <p className="muted">{t('settings.none')}</p>;
  return (
    <DataTable
      stack
      id="templates"
      caption={t('settings.templates')}
      captionHidden
      rows={templates}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', header: t('settings.name'), cell: ({ name }) => <bdi>{name}</bdi>, rowHeader: true },
        {
          key: 'category',
          header: t('settings.category'),
          cell: ({ category }) =>
            category === null ? t('settings.everyCategory') : t(`taxonomy:category.${category}.label`),
        },
        {
          key: 'language',
          header: t('settings.language'),
          cell: ({ language }) => t(`common:language.${language}`),
        },
        {
          key: 'do',
          header: <span className="sr-only">{t('settings.edit')}</span>,
          cell: template => <Commands template={template} />,
        },
      ]}
    />
  );
}

function Commands({ template: { id } }: { template: Template }) {
  const t = useT('answering');
  return (
    <div className="flex flex-wrap gap-2">
      <LinkButton look="secondary" small href={`/operator/settings/answering?edit=${id}#template`}>
        {t('settings.edit')}
      </LinkButton>
      <PostForm inline>
        <HiddenFields values={{ intent: 'delete', id }} />
        <Button look="secondary" small confirm={t('settings.deleteConfirm')}>
          {t('settings.delete')}
        </Button>
      </PostForm>
    </div>
  );
}

interface TemplateFieldsProps {
  readonly edited: Template | null;
  readonly refused: Refused | undefined;
}

/** The texts of a template as a form keeps them: no field for what it leaves out. */
function valuesOf(edited: Template | null): Readonly<Record<string, string>> {
  if (edited === null) return {};
  const { name, language, category, cause, action, message } = edited;
  return {
    name,
    language,
    category: category ?? '',
    cause: cause ?? '',
    action: action ?? '',
    message: message ?? '',
  };
}

/** A new template, or one that is being changed. */
export function TemplateFields({ edited, refused }: TemplateFieldsProps) {
  const t = useT('answering');
  const { language } = useApp();
  const labels = useTemplateLabels();
  const values = refused?.values ?? valuesOf(edited);
  const fields = useFormFields({ values, errors: refused?.errors });
  const chosen = fields.field('language');
  return (
    <PostForm>
      <HiddenFields values={{ intent: 'save', id: edited?.id }} />
      <TextField {...fields.field('name')} label={labels.name} required maxLength={100} />
      <SelectField
        {...fields.field('category')}
        label={labels.category}
        empty={t('settings.everyCategory')}
        options={CATEGORY_KEYS.map(value => ({ value, label: t(`taxonomy:category.${value}.label`) }))}
      />
      <SelectField
        {...chosen}
        defaultValue={chosen.defaultValue ?? language}
        label={labels.language}
        empty={false}
        options={LANGUAGES.map(value => ({ value, label: t(`common:language.${value}`) }))}
        required
      />
      {TEMPLATE_PARTS.map(part => (
        <TextArea key={part} {...fields.field(part)} label={labels[part]} rows={part === 'message' ? 5 : 3} />
      ))}
      <ButtonRow>
        <Button>{t('settings.save')}</Button>
      </ButtonRow>
    </PostForm>
  );
}
