import { SelectField } from '../../controls/SelectField.tsx';
import type { JobOptions } from '../../creating/submission.ts';
import { t } from '../../language/language.ts';

/** Everybody's priorities; URGENT is for operators. */
const priorities = ['HIGH', 'NORMAL', 'LOW'] as const;

/** In the order of the list: what people ask for most comes first. */
const kinds = [
  'FLOW',
  'KANBAN',
  'MINDMAP',
  'TREE',
  'TIMELINE',
  'SEQUENCE',
  'STATE',
  'CLASS',
  'SWOT',
  'GRID',
  'RING',
] as const;

type OptionFieldsProps = {
  options: JobOptions;
  /** Whether the kind of diagram can be chosen: a change keeps the kind that a canvas has. */
  hasKind: boolean;
  onChange(options: JobOptions): void;
};

/** Chooses the kind of diagram and the priority of a job. */
export function OptionFields({ options, hasKind, onChange }: OptionFieldsProps) {
  return (
    <div className="option-fields">
      {hasKind && (
        <SelectField
          label={t('composer.kind.label')}
          value={options.kind ?? ''}
          options={[
            ['', t('composer.kind.automatic')],
            ...kinds.map((kind) => [kind, t(`composer.kind.${kind}`)] as const),
          ]}
          onChoose={(kind) => onChange({ ...options, kind: kind === '' ? null : kind })}
        />
      )}
      <SelectField
        label={t('composer.priority.label')}
        value={options.priority}
        options={priorities.map((priority) => [priority, t(`composer.priority.${priority}`)] as const)}
        onChoose={(priority) => onChange({ ...options, priority })}
      />
    </div>
  );
}
