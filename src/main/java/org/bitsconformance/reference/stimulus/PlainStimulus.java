package org.bitsconformance.reference.stimulus;

/** Nothing at all. */
enum PlainStimulus implements Stimulus {
    NONE(Script.NOTHING);

    @SuppressWarnings("ImmutableEnumChecker") // a script has no state
    private final Script script;

    PlainStimulus(Script script) {
        this.script = script;
    }

    @Override
    public Script script() {
        return script;
    }
}
