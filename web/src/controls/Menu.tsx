import { ChevronRight } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { keepNewFocus } from './keepNewFocus.ts';

export type MenuItem = {
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  /** Why it is disabled. */
  unavailable?: string | null;
  onChoose(): void;
};

/** Items that open beside the menu. */
export type SubMenu = { label: string; icon?: ReactNode; items: readonly MenuItem[] };

type MenuProps = { label: string; icon: ReactNode; text?: string; items: readonly (MenuItem | SubMenu)[] };

/** A button that opens a menu. */
export function Menu({ label, icon, text, items }: MenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    // Not modal: a click outside closes the menu and does what it does without a menu.
    <DropdownMenu.Root modal={false} open={isOpen} onOpenChange={setIsOpen}>
      <DropdownMenu.Trigger asChild>
        {text === undefined ? (
          <IconButton label={label}>{icon}</IconButton>
        ) : (
          <Button aria-label={label}>
            {icon} {text}
          </Button>
        )}
      </DropdownMenu.Trigger>
      {/* In the content of the page: outside of it, screen readers find no landmark around the menu. */}
      <DropdownMenu.Portal container={document.getElementById('content')}>
        <DropdownMenu.Content
          className="menu"
          align="end"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={keepNewFocus}
        >
          {items.map((item) =>
            'items' in item ? <Sub key={item.label} menu={item} /> : <Item key={item.label} item={item} />,
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Sub({ menu: { label, icon, items } }: { menu: SubMenu }) {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className="menu-item" textValue={label}>
        {icon}
        <span>{label}</span>
        <ChevronRight aria-hidden className="menu-more" />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent className="menu" collisionPadding={8}>
          {items.map((item) => (
            <Item key={item.label} item={item} />
          ))}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}

function Item({ item }: { item: MenuItem }) {
  const { label, icon, danger, unavailable, onChoose } = item;
  return (
    <DropdownMenu.Item
      className="menu-item"
      data-danger={danger || undefined}
      disabled={Boolean(unavailable)}
      textValue={label}
      onSelect={onChoose}
    >
      {icon}
      <span>
        {label}
        {unavailable && <span className="menu-reason">{unavailable}</span>}
      </span>
    </DropdownMenu.Item>
  );
}
