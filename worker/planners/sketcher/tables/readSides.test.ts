import { expect, test } from 'vitest';
import { readSides } from './readSides.ts';

function drawn(text: string): string[] | null {
  const objects = readSides(text)?.finish().objects;
  const titles = new Map(
    objects?.flatMap((object) => (object.type === 'frame' ? [[object.id, object.title]] : [])),
  );
  return (
    objects?.flatMap((object) =>
      object.type === 'node' ? [`${titles.get(object.parent ?? '')}: ${object.text}`] : [],
    ) ?? null
  );
}

const bikeAndCar = ['Bike: Cost: low', 'Bike: Speed: slow', 'Car: Cost: high', 'Car: Speed: fast'];

test.each([
  'Comparison table: bike vs car; cost: low, high; speed: slow, fast',
  'bike vs car: cost: low, high; speed: slow, fast',
  'compare bike and car: cost low vs high, speed slow vs fast',
  'compare bike and car: cost - low, high; speed - slow, fast',
  'comparison of bike and car: cost low / high, speed slow / fast',
  'table of bike and car\ncost = low / high\nspeed = slow / fast',
])('gives each side its values in "%s"', (text) => expect(drawn(text)).toEqual(bikeAndCar));

test.each([
  'bike vs car: cost: low, high, medium',
  'compare bike and car by cost and speed',
  'cost: low, high; speed: slow, fast',
])('leaves "%s" to others', (text) => expect(readSides(text)).toBeNull());
