import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

export default defineConfig(
  // What is in the model's two last folders is AssemblyScript, which its own compiler checks.
  globalIgnores(['dist/', 'coverage/', '.svelte-check/', 'src/model/domain/', 'src/model/engine/']),
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      // The type checker knows every name; this rule does not know the globals of browser, worker and Node.
      'no-undef': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // A date and a month are both strings to the compiler; a signature that names both says more than one.
      '@typescript-eslint/no-duplicate-type-constituents': 'off',
      // Brackets around a key keep the checked-access rule of the compiler visible (process.env['X']).
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      // Props and bindings are declared with let, and a page of one document has no router to resolve links.
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    // The numeric core reads typed arrays by indexes it has computed; a check of each would cost time and say nothing.
    files: [
      'src/model/{simulator,tables,results}/**/*.ts',
      'src/model/scenario/{compile*,distributions}.ts',
      'src/decide/**/*.ts',
    ],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // A test that reads an element it has just counted fails loudly by itself.
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // Small Node scripts that must run without a build are plain JavaScript, outside the type-checked project.
    files: ['**/*.mjs', 'eslint.config.js'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
);
