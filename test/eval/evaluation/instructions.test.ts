import { instructionCases } from './evalCases.ts';
import { testFloors } from './testFloors.ts';

testFloors('instructions', instructionCases());
